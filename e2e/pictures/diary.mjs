// The diary in the pictures: four months of somebody who does not exist, with a little of everything, as a backup file.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { home } from '../harness/command-line.mjs';

export const ZONE = 'Europe/Berlin';
export const NOW = '2025-11-20T18:40:00+01:00';
const TABLE = fileURLToPath(new URL('../../xtask/demo/diary.csv', import.meta.url));

/** Writes it with the command line; answers the backup and what takes the folder away. */
export async function diary() {
  const own = await home(undefined, { now: `${NOW}[${ZONE}]` });
  const ebb = own.ebb;
  await ebb('init', '--yes', '--zone', ZONE);
  await ebb('import', TABLE, '--yes');
  await ebb('batch', 'green leaf powder', '--name', 'bag of October', '--mg-per-g', '13±3', '--when', '2025-10-20 18:00');
  await ebb('product', 'add', 'extract shot', '--kind', 'extract', '--mg-each', '25');
  await ebb('product', 'default', 'green leaf powder, second bag');
  for (const [when, withdrawal, craving, mood, hours] of [
    ['2025-11-16 09:00', '14', '6', '4', '5.5'], ['2025-11-18 09:10', '11', '5', '5', '6.5'], ['2025-11-20 09:05', '9', '4', '6', '7'],
  ]) {
    await ebb('checkin', '--withdrawal', withdrawal, '--craving', craving, '--mood', mood, '--sleep-hours', hours, '--when', when);
  }
  await ebb('craving', '6', '--trigger', 'could not sleep', '--outcome', 'passed', '--minutes', '20', '--when', '2025-11-19 22:40');
  await ebb('craving', '4', '--trigger', 'boredom', '--outcome', 'passed', '--minutes', '15', '--when', '2025-11-20 16:10');
  await ebb('took', 'coffee', '2', 'cups', '--when', '2025-11-20 08:15');
  await ebb('note', 'A walk after work instead of the usual cup.', '--when', '2025-11-19 18:40');
  await ebb('log', '2.6g 50 min ago because back pain');
  const backup = join(own.folder, 'diary.ebbbackup');
  await ebb('backup', backup);
  return { backup, remove: own.remove };
}

/** A table that leaves questions open, for the preview of an import. */
export const TABLE_WITH_QUESTIONS = `date,time,dose,product
03/04/2025,08:10,3,caps
03/04/2025,13:30,"2,5",green
04/04/2025,08:00,3,caps
05/04/2025,21:15,?,green
06/04/2025,09:40,2,caps
`;
