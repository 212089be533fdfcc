// Takes pictures and keeps them: WebP, written by the browser itself, and only when something is to be seen that was not
// there before.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const QUALITY = 0.7;

/** A dark room: a page of its own that turns PNG into WebP and compares. */
export async function darkroom(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  return {
    /** WebP bytes of a PNG. */
    develop: async (png) => Buffer.from(await page.evaluate(async ([text, quality]) => {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
      const found = new Uint8Array(await blob.arrayBuffer());
      let out = '';
      for (const byte of found) out += String.fromCharCode(byte);
      return btoa(out);
    }, [png.toString('base64'), QUALITY]), 'base64'),
    /** Whether two WebP files show the same pixels: another encoder may write other bytes. */
    areEqual: (one, other) => page.evaluate(async (texts) => {
      const [first, second] = await Promise.all(texts.map(async (text) => {
        const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext('2d').drawImage(image, 0, 0);
        return canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
      }));
      return first.width === second.width && first.height === second.height
        && first.data.every((value, idx) => value === second.data[idx]);
    }, [one.toString('base64'), other.toString('base64')]),
    close: () => context.close(),
  };
}

/** Keeps pictures in a folder. */
export function album(folder, room) {
  const kept = new Map();
  const counts = { written: 0, same: 0 };
  return {
    counts,
    /** Names of the pictures of this time, in the order they were taken. */
    names: () => [...kept.keys()],
    bytes: () => [...kept.values()].reduce((sum, size) => sum + size, 0),
    async keep(name, png) {
      if (kept.has(name)) throw new Error(`two pictures are called ${name}`);
      const file = join(folder, `${name}.webp`);
      const now = await room.develop(png);
      const before = await readFile(file).catch(() => null);
      const isSame = before && (before.equals(now) || await room.areEqual(before, now));
      kept.set(name, isSame ? before.length : now.length);
      counts[isSame ? 'same' : 'written'] += 1;
      if (!isSame) await writeFile(file, now);
    },
  };
}
