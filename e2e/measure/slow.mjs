// A device that is four times slower than this machine.
//
// Chromium slows the main thread of a page when asked, and refuses to slow workers. The keeper is therefore served with a
// few lines before its script: whenever its program has worked for a while, it waits three times as long, before it
// calls out (so that it sees a slow clock itself) or returns. The app is otherwise the one that was built.

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from '../harness/machine.mjs';

export const RATE = 4;

/** Runs in the worker, before anything else. */
function slowProgram(rate) {
  const real = WebAssembly.Instance;
  const now = () => performance.now();
  let depth = 0;
  let since = 0;
  let owed = 0;
  const pay = () => {
    owed += (now() - since) * (rate - 1);
    if (owed > 0.02) {
      const end = now() + owed;
      while (now() < end);
      owed = 0;
    }
    since = now();
  };
  const outwards = (call) => (...args) => {
    pay();
    return call(...args);
  };
  const inwards = (call) => (...args) => {
    if (depth === 0) since = now();
    depth += 1;
    try {
      return call(...args);
    } finally {
      depth -= 1;
      if (depth === 0) pay();
    }
  };
  const wrapped = (things, wrap) => Object.fromEntries(Object.entries(things).map(([name, thing]) => (
    [name, typeof thing === 'function' ? wrap(thing) : thing])));
  WebAssembly.Instance = function Instance(module, imports) {
    const calls = Object.entries(imports).map(([name, part]) => [name, wrapped(part, outwards)]);
    return { exports: wrapped(new real(module, Object.fromEntries(calls)).exports, inwards) };
  };
}

/** The built app with a slow keeper, in a folder of its own; `remove()` deletes it. */
export async function slowApp(rate = RATE) {
  const folder = await mkdtemp(join(tmpdir(), 'ebb-slow-'));
  await cp(app(), folder, { recursive: true });
  const names = await readdir(folder);
  const keeper = names.find((name) => /^keeper\.[0-9a-f]{16}\.js$/.test(name));
  // The small forms would still hold the text before.
  for (const name of names.filter((one) => /^(keeper|sw)\b.*\.(br|gz)$/.test(one))) await rm(join(folder, name));
  const script = `(${slowProgram})(${rate});\n${await readFile(join(folder, keeper), 'utf8')}`;
  const hash = createHash('sha256').update(script).digest('hex');
  const list = await readFile(join(folder, 'sw.js'), 'utf8');
  await writeFile(join(folder, keeper), script);
  await writeFile(join(folder, 'sw.js'), list.replace(new RegExp(`\\['\\./${keeper}', '[0-9a-f]+'\\]`), `['./${keeper}', '${hash}']`));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Slows the page itself, from now on and over every reload. */
export async function slowPage(page, rate = RATE) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  return devtools;
}
