// What must not go wrong: two tabs, a full device, a damaged record, other versions, no network, help while locked.

import assert from 'node:assert/strict';
import { keptForOffline, started } from '../harness/app.mjs';
import { expectText, read } from '../harness/look.mjs';
import { begin, go, lock, logGrams, unlock } from '../harness/person.mjs';
import { scenario } from '../harness/scenario.mjs';

/** Runs in the page, against the database itself: `change(database)` gets an open one. */
const inDatabase = (page, change) => page.evaluate(`(async () => {
  const asked = indexedDB.open('ebb');
  const database = await new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try { return await (${change})(database, answer); } finally { database.close(); }
})()`);

/** Changes one bit of the first record. */
const tamper = (page) => inDatabase(page, async (database, answer) => {
  const store = database.transaction('records', 'readwrite').objectStore('records');
  const [key] = await answer(store.getAllKeys());
  const bytes = new Uint8Array(await answer(store.get(key)));
  bytes[bytes.length - 20] ^= 1;
  await answer(store.put(bytes, key));
});

scenario('two tabs write into one diary, and each sees what the other wrote', async ({ page, context, open }) => {
  await begin(page);
  const other = await context.newPage();
  await open('/', other);
  await unlock(other);
  await other.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await logGrams(page, 2);
  await logGrams(other, 3);
  await logGrams(page, 1);
  for (const tab of [page, other]) {
    await go(tab, 'today');
    await expectText(tab.locator('.hero'), /6\D+g.*3.*doses/s);
  }
  await lock(page);
  await unlock(page);
  await expectText(page.locator('.hero'), /6\D+g.*3.*doses/s);
});

scenario('help opens while the diary is locked and without a network, and so does the diary', async ({ page, server }) => {
  await begin(page);
  await keptForOffline(page);
  await lock(page);
  await server.stop();
  await page.reload();
  await started(page);
  await page.getByRole('link', { name: 'Help' }).click();
  await page.getByRole('heading', { level: 1, name: /Help/ }).waitFor();
  await expectText(page.locator('main'), /112|911|999/);
  await go(page, 'today');
  await unlock(page);
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await logGrams(page, 2);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /2\D+g/);
});

scenario('a record that was tampered with is said, and the others are read', async ({ page }) => {
  await begin(page);
  await logGrams(page, 2);
  await logGrams(page, 3);
  await lock(page);
  await tamper(page);
  await page.reload();
  await unlock(page);
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expectText(page.locator('main'), /damaged/);
  await expectText(page.locator('.hero'), /3\D+g/);
});

scenario('what a first look shows gives way to what the whole diary turns out to hold', async ({ page }) => {
  await begin(page);
  await logGrams(page, 2);
  await logGrams(page, 3);
  // The last weeks are kept right after an answer.
  await page.waitForFunction(() => new Promise((resolve) => {
    const asked = indexedDB.open('ebb');
    asked.onsuccess = () => {
      const count = asked.result.transaction('cache').objectStore('cache').count();
      count.onsuccess = () => { asked.result.close(); resolve(count.result > 0); };
    };
  }));
  await lock(page);
  // A record before the last: the database still ends in the records the last weeks were made of.
  await tamper(page);
  await page.reload();
  await unlock(page);
  await expectText(page.locator('main'), /damaged/);
  await expectText(page.locator('.hero'), /3\D+g.*1\D+dose/s);
  await lock(page);
  await unlock(page);
  await expectText(page.locator('main'), /damaged/);
});

scenario('a diary of a newer Ebb is left alone and says to update', async ({ page }) => {
  await begin(page);
  await lock(page);
  await inDatabase(page, async (database, answer) => {
    const store = database.transaction('meta', 'readwrite').objectStore('meta');
    const bytes = new Uint8Array(await answer(store.get('header')));
    bytes[8] = 0x7f;
    bytes[9] = 0x7f;
    await answer(store.put(bytes, 'header'));
  });
  const before = await inDatabase(page, async (database, answer) => (
    [...new Uint8Array(await answer(database.transaction('meta').objectStore('meta').get('header')))]));
  await page.reload();
  await unlock(page);
  await expectText(page.getByRole('alert'), /newer version|damaged|not an Ebb/);
  const after = await inDatabase(page, async (database, answer) => (
    [...new Uint8Array(await answer(database.transaction('meta').objectStore('meta').get('header')))]));
  assert.deepEqual(after, before);
});

// Without the files for offline use, which would take the room that is measured out here for the diary.
const FULL = { address: null, context: { serviceWorkers: 'block' } };

scenario('a full device says so, and what was saved before is whole', FULL, async ({ page, context, origin, open, trouble }) => {
  // A worker that is blocked from outside answers with nothing, which no browser does by itself.
  trouble.expect(/TypeError.*addEventListener/);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  await open('/');
  await begin(page);
  await logGrams(page, 2);
  await go(page, 'data');
  const rows = Array.from({ length: 6000 }, (_, idx) => `${new Date(Date.UTC(2024, 0, 1) + idx * 3_600_000 * 4).toISOString().slice(0, 16)},2,g`);
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(`time,amount,unit\n${rows.join('\n')}\n`),
  });
  await page.getByRole('button', { name: /^Add/ }).click();
  await expectText(page.locator('main, .toasts'), /no space left|no room/i);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /2\D+g/);
  await lock(page);
  await unlock(page);
  await expectText(page.locator('.hero'), /2\D+g.*1.*dose/s);
  assert.doesNotMatch(await read(page.locator('main')), /damaged/);
});
