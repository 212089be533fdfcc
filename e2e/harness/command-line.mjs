// The command line, for files that go from one to the other.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandLine } from './machine.mjs';
import { PASSPHRASE } from './person.mjs';

const run = promisify(execFile);

/**
 * A home of its own for the command line. `ebb(...args)` answers what it printed. Keys are made from passphrases at no cost,
 * as in all tests, unless `keys` is 'ordinary'; `now` is a moment at which time stands still.
 */
export async function home(passphrase = PASSPHRASE, { keys = 'cheap', now } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'ebb-home-'));
  const secret = join(folder, 'passphrase');
  await writeFile(secret, `${passphrase}\n`);
  const env = { ...process.env, EBB_HOME: join(folder, 'home'), EBB_PASSPHRASE_FILE: secret };
  delete env.EBB_TEST_CHEAP_KEYS;
  if (now) env.EBB_NOW = now;
  if (keys === 'cheap') env.EBB_TEST_CHEAP_KEYS = '1';
  return {
    folder,
    ebb: async (...args) => (await run(commandLine(), args, { env, maxBuffer: 64 * 1024 * 1024 })).stdout,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
