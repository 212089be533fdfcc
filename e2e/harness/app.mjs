// Words about the app as a whole: started, kept for offline use, replaced by a newer version.

import { createHash } from 'node:crypto';
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from './machine.mjs';

/** Waits until the app has taken the first paint away and drawn something of its own. */
export async function started(page) {
  await page.waitForFunction(() => globalThis.ebbModule instanceof WebAssembly.Module
    && !document.getElementById('boot') && document.body.innerText.trim() !== '');
}

/** Waits until everything is kept on the device. */
export async function keptForOffline(page) {
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
}

/** Waits until no service worker is on its way in: a page that is opened meanwhile waits for it. */
export async function workersSettled(page) {
  await page.waitForFunction(async () => {
    const { installing, active } = await navigator.serviceWorker.ready;
    return !installing && active.state === 'activated';
  });
}

/** The number of the build that a page runs. */
export const buildOf = (page) => page.evaluate(() => globalThis.ebbBuild);

/** Builds that are kept on the device. */
export const keptBuilds = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  return names.filter((name) => name !== 'ebb-notes').map((name) => name.replace('ebb-', ''));
});

/**
 * The same app as another build: the title and the number differ. `change(files)` may break it further; `files` is a map
 * from name to text. `remove()` deletes the folder.
 */
export async function anotherBuild(number, change = () => {}) {
  const folder = await mkdtemp(join(tmpdir(), 'ebb-build-'));
  await cp(app(), folder, { recursive: true });
  for (const name of await readdir(folder)) {
    // The small forms would still hold the text before.
    if (/^(boot|sw|index)\b.*\.(br|gz)$/.test(name)) await rm(join(folder, name));
  }
  const boot = (await readdir(folder)).find((name) => /^boot\.[0-9a-f]{16}\.js$/.test(name));
  const read = (name) => readFile(join(folder, name), 'utf8');
  const script = (await read(boot)).replace(/const BUILD = '[0-9a-f]+';/, `const BUILD = '${number}';`);
  const newBoot = `boot.${sha256(script).slice(0, 16)}.js`;
  const page = (await read('index.html')).replace(boot, newBoot).replace(/<title>.*<\/title>/, `<title>${number}</title>`);
  const list = (await read('sw.js'))
    .replace(/const BUILD = '[0-9a-f]+';/, `const BUILD = '${number}';`)
    .replace(new RegExp(`\\['\\./${boot}', '[0-9a-f]+'\\]`), `['./${newBoot}', '${sha256(script)}']`)
    .replace(/\['\.\/', '[0-9a-f]+'\]/, `['./', '${sha256(page)}']`);
  const files = new Map([[newBoot, script], ['index.html', page], ['sw.js', list]]);
  change(files);
  await rm(join(folder, boot));
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
