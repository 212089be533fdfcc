// What Ebb learns from reports: seen, switched off, taken back; and the three conditions of a forecast.

import { expectText } from '../harness/look.mjs';
import { go } from '../harness/person.mjs';
import { scenario } from '../harness/scenario.mjs';

const button = (page, name) => page.getByRole('button', { name });

/** Longer than the engine takes to learn and to draw on a machine that builds something beside. */
const READING_MS = 80_000;

async function demo(page) {
  page.setDefaultTimeout(READING_MS);
  await button(page, /demo|made-up/i).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

scenario('what was learned is shown beside most people, and can be switched off and back on', async ({ page }) => {
  await demo(page);
  await go(page, 'learned');
  await expectText(page.locator('main'), /Learned from \D*[1-9]\d*/);
  await page.getByRole('heading', { name: 'You, beside most people' }).waitFor();
  await button(page, 'Switch learning off').click();
  await expectText(page.locator('.toasts'), /no longer learns/);
  await expectText(page.locator('main'), /switched off/);
  await button(page, 'Switch learning on').waitFor();
  await page.locator('.toasts').getByRole('button', { name: /undo|take back/i }).click();
  await page.getByRole('heading', { name: 'You, beside most people' }).waitFor();
  await button(page, 'Begin anew').click();
  await expectText(page.locator('.toasts'), /Begun anew/);
  await expectText(page.locator('main'), /Nothing yet/);
});

scenario('a forecast says what stopping would bring first, and going on as now beside it', async ({ page }) => {
  await demo(page);
  await go(page, 'forecast');
  // How many days reach 10 points is only said while it is not none or all of them.
  await expectText(page.locator('main'), /64 would be all sixteen signs/);
  await page.getByRole('radio', { name: 'If you go on as now' }).check();
  await page.getByRole('heading', { level: 1, name: 'If you go on as now' }).waitFor();
  await expectText(page.locator('main'), /An estimate, not a suggestion/);
  await expectText(page.locator('main'), /Tolerance: .* now, .* after \D*14/);
  await page.getByRole('radio', { name: 'If you took nothing more' }).check();
  await page.getByRole('heading', { level: 2, name: 'If you go on as now' }).waitFor({ state: 'detached' });
  // Both were kept, and are judged apart.
  await go(page, 'learned');
  await page.getByRole('heading', { level: 3, name: 'Going on, coming down, plans' }).waitFor();
  await expectText(page.locator('section[aria-labelledby=past]'), /If you stopped/);
});

scenario('coming down step by step is shown for steps of one\'s own, and no faster than the rails', async ({ page }) => {
  await demo(page);
  await go(page, 'forecast');
  await page.getByRole('radio', { name: 'If you come down step by step' }).check();
  await page.getByRole('heading', { level: 1, name: 'If you come down step by step' }).waitFor();
  await expectText(page.locator('.notice'), /do not stop alone/);
  await expectText(page.locator('main'), /in four weeks \(grade \D*A/);
  await expectText(page.locator('main'), /each amount is \D*5%\D* smaller than before/);
  const percent = page.getByLabel('Percent less at each step');
  const days = page.getByLabel('Days from step to step');
  await percent.fill('10');
  await percent.press('Enter');
  await expectText(page.locator('main'), /after every \D*7\D* days\D* each amount is \D*10%\D* smaller than before/);
  await expectText(page.locator('main'), /Largest step down from one week to the next: \D*10%/);
  await days.fill('0');
  await days.press('Enter');
  await expectText(page.getByRole('alert'), /whole number of days, from 1 to \D*90/);
  await days.fill('7');
  await percent.fill('30');
  await percent.press('Enter');
  await expectText(page.getByRole('alert'), /30%\D* less within a week/);
  await page.getByRole('checkbox', { name: 'A clinician set this pace' }).check();
  await expectText(page.locator('main'), /steeper than \D*25%/);
  // What was typed is still there after a look at another condition.
  await page.getByRole('radio', { name: 'If you go on as now' }).check();
  await page.getByRole('heading', { level: 1, name: 'If you go on as now' }).waitFor();
  await page.getByRole('radio', { name: 'If you come down step by step' }).check();
  await expectText(page.locator('main'), /each amount is \D*30%\D* smaller than before/);
});
