// Which pictures there are and how a person comes to each: by the names they see. `look(name)` takes the picture in light
// and dark.

import { expectText } from '../harness/look.mjs';
import { PASSPHRASE, go, lock } from '../harness/person.mjs';
import { TABLE_WITH_QUESTIONS } from './diary.mjs';

const button = (page, name) => page.getByRole('button', { name });
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Goes to a place and takes its picture. */
async function at(page, look, place, name = place.replaceAll('/', '-'), suffix = '') {
  await go(page, place);
  await look(name, suffix);
}

/** Takes a picture with something at the top of the page, and scrolls back. */
async function lookFrom(page, look, thing, name) {
  await thing.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => scrollBy(0, -80));
  await look(name);
  await page.evaluate(() => scrollTo(0, 0));
}

/** The first screens, and what is there before anything was logged. */
export async function first(page, look) {
  await title(page, /A private diary/);
  await look('welcome');
  await button(page, 'Start a diary').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE);
  await look('create');
  await button(page, 'Next').click();
  await page.locator('.phrase li').first().waitFor();
  await look('recovery');
  const words = await page.locator('.phrase li').allInnerTexts();
  await button(page, 'I have written them down').click();
  const fields = await page.locator('form .field').all();
  await look('confirm');
  for (const field of fields) {
    const number = Number(/\d+/.exec(await field.locator('label').innerText())[0]);
    await field.locator('input').fill(words[number - 1]);
  }
  await button(page, 'Open my diary').click();
  await title(page, 'Today');
  for (const place of ['today', 'log', 'co-use', 'note', 'history', 'day/2025-11-20', 'forecast', 'check-in', 'craving', 'products', 'data', 'learn/tolerance']) {
    const name = place.startsWith('day') ? 'day' : place.replace('learn/tolerance', 'learn-page');
    await at(page, look, place, name, '-empty');
  }
}

/** A diary of four months, brought back from a backup. */
export async function full(page, look, backup) {
  await button(page, 'I have a backup').click();
  await page.locator('input[type=file]').setInputFiles(backup);
  await page.locator('input[autocomplete="current-password"]').fill(PASSPHRASE);
  await look('restore');
  await button(page, 'Bring it back').click();
  await title(page, 'Today');
  await look('today');
  await page.locator('main a[href^="#/entry/"]').first().click();
  await look('entry');
  await at(page, look, 'log');
  await page.getByRole('textbox', { name: /^Amount/ }).fill('2.8');
  await page.getByRole('textbox', { name: /^Amount/ }).blur();
  await lookFrom(page, look, page.getByRole('heading', { name: 'A dose', exact: true }), 'log-amount');
  for (const place of ['co-use', 'note', 'history', 'day/2025-11-19', 'forecast', 'learned', 'check-in', 'craving', 'products']) {
    await at(page, look, place, place.startsWith('day') ? 'day' : place);
  }
  await go(page, 'forecast');
  await page.getByRole('radio', { name: 'If you come down step by step' }).check();
  await title(page, 'If you come down step by step');
  await look('coming-down');
  await lookFrom(page, look, page.locator('main figure').first(), 'coming-down-course');
  await go(page, 'products');
  await page.locator('main a[href^="#/product/"]').first().click();
  await look('product');
  await at(page, look, 'data');
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'spring.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE_WITH_QUESTIONS),
  });
  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
  await look('import');
  for (const place of ['learn', 'learn/tolerance', 'help', 'more', 'settings', 'about']) {
    await at(page, look, place, place === 'learn/tolerance' ? 'learn-page' : place);
  }
  await go(page, 'today');
  await button(page, /Hide amounts/).click();
  await look('today', '-hidden');
  await button(page, /Hide amounts/).click();
}

/** An urge that is sat out, four minutes in; it writes an entry, so it comes late. */
export async function urge(page, look, later) {
  await go(page, 'craving');
  await page.getByRole('slider', { name: /How strong/ }).fill('6');
  await button(page, 'Sit it out with a timer').click();
  await title(page, 'Sitting it out');
  await later(4 * 60_000 + 20_000);
  await expectText(page.locator('main'), /10:40/);
  await page.evaluate(() => scrollTo(0, 0));
  await look('urge');
  await page.getByRole('heading', { name: /breath/i }).scrollIntoViewIfNeeded();
  await button(page, /^(Begin|Start)/).click();
  await look('breathing');
}

/** Behind the lock. */
export async function locked(page, look) {
  await lock(page);
  await look('lock');
  await page.getByRole('link', { name: 'Help' }).click();
  await title(page, /Help/);
  await look('help-locked');
}

/** The diary one can look around in. */
export async function demo(page, look) {
  await button(page, /demo/i).click();
  await title(page, 'Today');
  await look('demo');
}
