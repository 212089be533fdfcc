// What a person does, by the names they see: start a diary, lock it, open it, go somewhere, log.

import { expectText } from './look.mjs';

export const PASSPHRASE = 'tidal lamp orchard seven';

const button = (page, name) => page.getByRole('button', { name });

/**
 * From the first screen to an open, empty diary. Returns the recovery phrase. `at(step)` is called on every screen between.
 */
export async function begin(page, passphrase = PASSPHRASE, at = () => {}) {
  await button(page, 'Start a diary').click();
  await at('passphrase');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase again').fill(passphrase);
  await button(page, 'Next').click();
  await page.locator('.phrase li').first().waitFor();
  const words = await page.locator('.phrase li').allInnerTexts();
  await at('recovery words');
  await button(page, 'I have written them down').click();
  for (const field of await page.locator('form .field').all()) {
    const number = Number(/\d+/.exec(await field.locator('label').innerText())[0]);
    await field.locator('input').fill(words[number - 1]);
  }
  await at('words asked back');
  await button(page, 'Open my diary').click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  return words.join(' ');
}

/** Opens a locked diary. */
export async function unlock(page, passphrase = PASSPHRASE) {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Unlock').click();
}

/** Locks it by hand. */
export async function lock(page) {
  await page.getByRole('banner').getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('heading', { level: 1, name: 'Locked' }).waitFor();
}

/** Goes to a place by its address, as a link does. */
export async function go(page, place) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${place}`);
}

/** Logs a dose of so many grams on the log screen. */
export async function logGrams(page, grams) {
  await go(page, 'log');
  await page.getByRole('heading', { level: 1, name: 'Log' }).waitFor();
  await page.getByRole('textbox', { name: /^Amount/ }).fill(String(grams));
  await page.locator('form').getByRole('button', { name: /^Log/ }).click();
  await expectText(page.locator('.toasts'), /Logged/);
  // The answer comes first, the way to Today after it.
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}
