// A person and their diary: started, locked, opened, written in, changed.

import assert from 'node:assert/strict';
import { started } from '../harness/app.mjs';
import { expectText, read } from '../harness/look.mjs';
import { PASSPHRASE, begin, go, lock, logGrams, unlock } from '../harness/person.mjs';
import { scenario } from '../harness/scenario.mjs';

const toasts = (page) => page.locator('.toasts');
const entries = (page) => page.locator('main a[href^="#/entry/"]');

scenario('a diary is started, locked, and opened with its passphrase and no other', async ({ page, trouble }) => {
  const phrase = await begin(page);
  assert.equal(phrase.split(' ').length, 24);
  await logGrams(page, 2.5);
  await lock(page);
  assert.doesNotMatch(await read(page.locator('body')), /2\.5/, 'a locked page still shows an amount');

  await unlock(page, 'not the passphrase');
  await expectText(page.getByRole('alert'), /could not be opened/);
  await unlock(page);
  await expectText(page.locator('main'), /2\.5/);
});

scenario('a forgotten passphrase is replaced with the recovery phrase', async ({ page }) => {
  const phrase = await begin(page);
  await lock(page);
  await page.getByRole('button', { name: 'Use the recovery phrase' }).click();
  await page.locator('textarea').fill(phrase);
  const fields = page.locator('input[autocomplete="new-password"]');
  for (const field of await fields.all()) await field.fill('another lamp by the sea');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await lock(page);
  await unlock(page, PASSPHRASE);
  await expectText(page.getByRole('alert'), /could not be opened/);
  await unlock(page, 'another lamp by the sea');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
});

scenario('a usual dose is logged in two taps, and one more takes it back', async ({ page }) => {
  await begin(page);
  await logGrams(page, 2.5);
  await go(page, 'today');
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.locator('.pad-usual button').first().click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expectText(page.locator('.hero'), /5\D+g.*in.*2.*doses/s);
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expectText(page.locator('.hero'), /2\.5\D+g.*in.*1.*dose/s);
});

scenario('from the first screen to a logged dose with the keyboard alone', async ({ page }) => {
  const tabTo = async (test) => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(test)) return;
    }
    throw new Error(`the keyboard does not reach it: ${test}`);
  };
  // The body has the focus between the last place and the first, and holds every text.
  const labelled = (text) => `document.activeElement?.matches('a, button')
    && document.activeElement.innerText.includes(${JSON.stringify(text)})`;
  const named = (id) => `document.activeElement?.id === ${JSON.stringify(id)}`;
  await started(page);
  await page.getByRole('button', { name: 'Start a diary' }).waitFor();
  await tabTo(labelled('Start a diary'));
  await page.keyboard.press('Enter');
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
  await tabTo(named('passphrase'));
  await page.keyboard.type(PASSPHRASE);
  await tabTo(named('passphrase-again'));
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('.phrase li').first().waitFor();
  const words = await page.locator('.phrase li').allInnerTexts();
  await tabTo(labelled('I have written them down'));
  await page.keyboard.press('Enter');
  await page.locator('form .field input').first().waitFor();
  for (const field of await page.locator('form .field').all()) {
    const number = Number(/\d+/.exec(await field.locator('label').innerText())[0]);
    await tabTo(`document.activeElement?.id === ${JSON.stringify(await field.locator('input').getAttribute('id'))}`);
    await page.keyboard.type(words[number - 1]);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await tabTo(`document.activeElement?.getAttribute('href') === '#/log'`);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Amount/ }).waitFor();
  await tabTo(`document.activeElement?.matches('input[inputmode=decimal]')`);
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expectText(toasts(page), /Logged/);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /3\D+g/);
});

scenario('an entry is changed, removed and brought back', async ({ page }) => {
  await begin(page);
  await logGrams(page, 2.5);
  await go(page, 'today');
  await entries(page).first().click();
  const amount = page.getByRole('textbox', { name: /^Amount/ });
  await amount.fill('4');
  await page.locator('form').getByRole('button', { name: /^(Save|Change)/ }).click();
  await expectText(toasts(page), /Changed/);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /4\D+g/);

  await entries(page).first().click();
  await page.getByRole('button', { name: /^Remove/ }).first().click();
  await expectText(toasts(page), /Taken out/);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /nothing|no entries|Nothing/);
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expectText(page.locator('.hero'), /4\D+g/);
});

scenario('an unknown amount stays unknown, and a day without has to be said', async ({ page }) => {
  await begin(page);
  await go(page, 'log');
  await page.getByRole('button', { name: /^Nothing taken today/ }).click();
  await expectText(toasts(page), /./);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /none/);
  await go(page, 'log');
  await page.getByText('I do not know the amount').click();
  await page.locator('form').getByRole('button', { name: /^Log/ }).click();
  await expectText(toasts(page), /unknown/);
  await go(page, 'today');
  await expectText(page.locator('.hero'), /unknown/);
});

scenario('an urge is waited out and noted, and a check-in says how it is', async ({ page }) => {
  await begin(page);
  await go(page, 'craving');
  await page.getByRole('slider', { name: /How strong/ }).fill('7');
  await page.getByRole('button', { name: 'Sit it out with a timer' }).click();
  await page.getByRole('timer').or(page.locator('.timer')).first().waitFor();
  await go(page, 'today');
  await expectText(page.locator('main'), /Sitting it out, \D*1[45]\D*min\D*left/);
  await go(page, 'craving');
  await page.getByRole('radio', { name: /passed|went by/i }).or(page.getByRole('button', { name: /passed|went by/i })).first().click();
  const save = page.getByRole('button', { name: /^(Save|Note)/ });
  await save.first().click();
  await page.getByRole('heading', { level: 1, name: 'Noted' }).waitFor();

  await go(page, 'check-in');
  await page.getByRole('slider', { name: 'Mood' }).fill('3');
  await page.getByRole('button', { name: 'Save the check-in' }).click();
  await expectText(toasts(page), /Logged/);
  await go(page, 'today');
  await expectText(page.locator('main'), /Craving/);
  await expectText(page.locator('main'), /Check-in/);
});

scenario('the demo diary is entered and left, and nothing of it stays', async ({ page }) => {
  await page.getByRole('button', { name: /demo|made-up/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expectText(page.locator('main'), /demo|made-up/i);
  await page.getByRole('button', { name: /leave/i }).first().click();
  await page.getByRole('button', { name: 'Start a diary' }).waitFor();
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await begin(page);
  await expectText(page.locator('.hero'), /Nothing logged today/);
  assert.ok(names.length <= 1);
});
