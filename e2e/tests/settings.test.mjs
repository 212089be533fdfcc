// Settings: the secrets, what others may see over a shoulder, and the way out.

import assert from 'node:assert/strict';
import { started } from '../harness/app.mjs';
import { expectText, plain } from '../harness/look.mjs';
import { begin, go, lock, logGrams, PASSPHRASE, unlock } from '../harness/person.mjs';
import { scenario } from '../harness/scenario.mjs';

const NEW_PASSPHRASE = 'copper meadow window nine';

const settings = async (page) => {
  await go(page, 'settings');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
};
const today = (page) => page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
const button = (page, name) => page.getByRole('button', { name });

/** Types the words that are asked back. */
async function readBack(form, words) {
  for (const field of await form.locator('.field').all()) {
    const number = Number(/\d+/.exec(await field.locator('label').innerText())[0]);
    await field.locator('input').fill(words[number - 1]);
  }
}

scenario('a changed passphrase counts at the next lock, and the old one no more', async ({ page }) => {
  await begin(page);
  await logGrams(page, 2);
  await settings(page);
  await page.getByText('Change the passphrase').first().click();
  await page.getByLabel('The passphrase until now').fill(PASSPHRASE);
  await page.locator('#changed-passphrase').fill(NEW_PASSPHRASE);
  await page.locator('#changed-passphrase-again').fill(NEW_PASSPHRASE);
  await button(page, 'Change the passphrase').click();
  await expectText(page.locator('.toasts'), /passphrase is changed/);
  await lock(page);
  await unlock(page);
  await page.locator('[aria-invalid="true"]').waitFor();
  await unlock(page, NEW_PASSPHRASE);
  await settings(page);
});

scenario('recovery words that were never read back are spoken of until there are new ones', async ({ page }) => {
  await button(page, 'Start a diary').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE);
  await button(page, 'Next').click();
  await page.locator('.phrase li').first().waitFor();
  // The page is closed with the words on it.
  await page.reload();
  await started(page);
  await unlock(page);
  await today(page);
  await expectText(page.locator('main .notice'), /recovery words written down/);
  await page.getByRole('link', { name: 'New recovery phrase' }).click();
  await page.getByText('New recovery phrase').first().click();
  await page.locator('#phrase-passphrase').fill(PASSPHRASE);
  await button(page, 'Make a new one').click();
  await page.locator('.phrase li').first().waitFor();
  const words = await page.locator('.phrase li').allInnerTexts();
  await button(page, 'I have written them down').click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Done' }) });
  await readBack(form, words);
  await button(page, 'Done').click();
  await expectText(page.locator('.toasts'), /recovery phrase counts/);
  await go(page, 'today');
  await today(page);
  assert.equal(await page.getByText('recovery words written down').count(), 0);
  await lock(page);
  await button(page, 'Use the recovery phrase').click();
  await page.locator('#phrase').fill(words.join(' '));
  await page.locator('#new-passphrase').fill(NEW_PASSPHRASE);
  await page.locator('#new-passphrase-again').fill(NEW_PASSPHRASE);
  await button(page, 'Unlock').click();
  await today(page);
});

scenario('a plain name and hidden amounts leave nothing to read over a shoulder', async ({ page }) => {
  await begin(page);
  await logGrams(page, 2.75);
  await settings(page);
  await page.getByRole('checkbox', { name: /plain name/i }).check();
  await page.getByRole('checkbox', { name: /hide/i }).check();
  await go(page, 'today');
  await today(page);
  await page.waitForFunction(() => !/ebb|kratom/i.test(document.title));
  const shown = plain(await page.locator('body').innerText());
  assert.doesNotMatch(shown, /\bEbb\b/);
  assert.doesNotMatch(shown, /2\.75/);
  assert.doesNotMatch(await page.title(), /[\u2066-\u2069]/);
  const icon = await page.locator('link[rel="manifest"]').getAttribute('href');
  assert.match(icon, /plain/);
  // They come back when they are asked for.
  await page.getByRole('banner').getByRole('button', { name: /amounts/i }).click();
  await expectText(page.locator('main'), /2\.75/);
});

scenario('dark stays dark after a lock and a reload', async ({ page }) => {
  await begin(page);
  await settings(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.locator('html[data-theme="dark"]').waitFor();
  await page.reload();
  await page.locator('html[data-theme="dark"]').waitFor();
});

scenario('erasing takes everything along, also while another tab is open', async ({ page, context, open }) => {
  await begin(page);
  await logGrams(page, 2);
  const other = await context.newPage();
  await open('/', other);
  await unlock(other);
  await today(other);
  await page.bringToFront();
  await settings(page);
  await page.getByText('Erase Ebb from this device').click();
  const erase = button(page, 'Erase everything');
  assert.equal(await erase.isDisabled(), true);
  await page.locator('#erase-word').fill('erase');
  await erase.click();
  await button(page, 'Start a diary').waitFor();
  // The other tab shows it without being touched.
  await button(other, 'Start a diary').waitFor();
  const left = await page.evaluate(async () => ({
    rows: await indexedDB.databases().then(async (all) => {
      let rows = 0;
      for (const { name } of all) {
        const asked = indexedDB.open(name);
        const database = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
        for (const store of database.objectStoreNames) {
          const count = database.transaction(store).objectStore(store).count();
          rows += await new Promise((done) => { count.onsuccess = () => done(count.result); });
        }
        database.close();
      }
      return rows;
    }),
    prefs: localStorage.getItem('ebb-prefs'),
  }));
  assert.deepEqual(left, { rows: 0, prefs: null });
});
