// Ten years of somebody who does not exist, as a backup that the app brings back by its file chooser.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { home } from '../harness/command-line.mjs';

export const ENTRIES = 20_000;
export const ZONE = 'Europe/Berlin';
const DAYS = 3_650;
const DAY_MS = 86_400_000;

/** The same numbers at every call: a small generator with a fixed seed. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A table of 20,000 doses that ends half an hour before `now`. */
export function table(now) {
  const next = dice(20_000);
  const end = now - DAY_MS / 48;
  const rows = Array.from({ length: ENTRIES }, (_, idx) => {
    const back = (DAYS * DAY_MS * (ENTRIES - 1 - idx)) / ENTRIES;
    const wobble = idx === ENTRIES - 1 ? 0 : next() * DAY_MS / 12;
    const grams = (2 + Math.floor(next() * 8) / 4).toFixed(2);
    const reason = ['', '', '', 'work', 'tired'][Math.floor(next() * 5)];
    return `${new Date(end - back - wobble).toISOString().slice(0, 16)}Z,${grams},g,green leaf powder,${reason}`;
  });
  return `time,amount,unit,product,reason\n${rows.join('\n')}\n`;
}

/** Writes the diary with the command line and backs it up; answers the file. */
export async function backup(folder, keys) {
  const own = await home(undefined, { keys });
  try {
    const file = join(folder, 'ten-years.csv');
    await writeFile(file, table(Date.now()));
    await own.ebb('init', '--yes', '--zone', ZONE);
    const said = JSON.parse(await own.ebb('import', file, '--yes', '--json', '--zone', ZONE));
    if (said.new !== ENTRIES) throw new Error(`the made-up diary was not read as meant: ${said.new} new of ${ENTRIES}`);
    const kept = join(folder, `${keys}.ebbbackup`);
    await own.ebb('backup', kept);
    return kept;
  } finally {
    await own.remove();
  }
}
