// How quick the engine is in the browser beside natively, in one run: `cargo xtask speed --engine`. Nothing here fails when
// something is slow: it prints a table, and a person reads it.

import { execFileSync } from 'node:child_process';
import { launch } from '../harness/browser.mjs';
import { selftest } from '../harness/machine.mjs';
import { startServer } from '../harness/server.mjs';

const RUNS = 15;
/** A slow phone, as in the goal of one frame for one more dose. */
const SLOWED = 4;

const native = () => new Map(execFileSync('cargo', ['run', '--quiet', '--release', '-p', 'ebb-selftest', '--example', 'times'], {
  cwd: new URL('../..', import.meta.url), encoding: 'utf8',
}).trim().split('\n').map((line) => {
  const [ms, ...name] = line.split(' ');
  return [name.join(' '), Number(ms)];
}));

const server = await startServer({ folder: selftest() });
const browser = await launch();
try {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/selftest/`);
  await page.locator('#engine[aria-busy="false"]').waitFor({ timeout: 110_000 });
  const times = () => page.evaluate((runs) => globalThis.ebbEngineTimes(runs), RUNS);
  const beside = native();
  const here = await times();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const slowed = await times();
  console.log(`${'medians, ms'.padEnd(62)} native  browser  ratio  browser slowed ${SLOWED} times`);
  for (const [idx, { name, ms }] of here.entries()) {
    const figures = [beside.get(name).toFixed(2).padStart(7), ms.toFixed(2).padStart(8), (ms / beside.get(name)).toFixed(1).padStart(6)];
    console.log(`${name.padEnd(61)} ${figures.join(' ')} ${slowed[idx].ms.toFixed(1).padStart(9)}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
