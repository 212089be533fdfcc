// Every screen in every look: axe finds nothing, and nothing is wider than the screen.

import assert from 'node:assert/strict';
import { findNothing, inEveryLook } from '../harness/axe.mjs';
import { setClock } from '../harness/clock.mjs';
import { begin, go, lock } from '../harness/person.mjs';
import { scenario } from '../harness/scenario.mjs';

const PLACES = [
  'today', 'log', 'co-use', 'note', 'history', 'forecast', 'more', 'check-in', 'craving', 'products', 'product', 'data', 'help',
  'learned', 'learn', 'learn/tolerance', 'settings', 'about',
];

/** Longer than the engine takes on a machine that builds something beside. */
const READING_MS = 80_000;

/** Waits until a place has drawn what it asked for. */
async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.skeleton, .bone').length === 0, null, { timeout: READING_MS });
}

async function look(page, place, how) {
  await findNothing(page, `${place}, ${how}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${place}, ${how}: ${over} px wider than the screen`);
}

/** Everything that is folded away is looked at too. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));

for (const place of PLACES) {
  scenario(`${place} in every look, full and accessible`, async ({ page }) => {
    await page.getByRole('button', { name: /demo|made-up/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await go(page, place);
    await settled(page);
    await unfold(page);
    await inEveryLook(page, (how) => look(page, place, how));
  });
}

// Screens that are reached through another: where the first link of the kind is.
const BEHIND = [['history', '#/day/'], ['today', '#/entry/'], ['products', '#/product/'], ['products', '#/new-batch/']];

// In the evening, so that the made-up day has entries: in the hours after it began there are none yet.
const prepare = (parts) => setClock(parts, '2026-03-01T18:30:00Z');

for (const [place, kind] of BEHIND) {
  scenario(`what is behind ${kind} in every look, full and accessible`, { prepare }, async ({ page }) => {
    await page.getByRole('button', { name: /demo|made-up/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await go(page, place);
    await settled(page);
    const link = page.locator(`main a[href^="${kind}"]`).last();
    await link.waitFor({ state: 'attached' });
    const address = await link.getAttribute('href');
    await go(page, address.slice(2));
    await page.waitForFunction((hash) => location.hash === hash, address);
    await settled(page);
    await unfold(page);
    await inEveryLook(page, (how) => look(page, kind, how));
  });
}

scenario('today just after the day began, in every look', {
  prepare: (parts) => setClock(parts, '2026-03-01T04:05:00Z'),
}, async ({ page }) => {
  await page.getByRole('button', { name: /demo|made-up/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await settled(page);
  await inEveryLook(page, (how) => look(page, 'today', how));
});

for (const [name, condition, called] of [
  ['going on as now', 'If you go on as now', 'going on'],
  ['coming down step by step', 'If you come down step by step', 'coming down'],
]) {
  scenario(`${name}, in every look, full and accessible`, async ({ page }) => {
    await page.getByRole('button', { name: /demo|made-up/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await go(page, 'forecast');
    await page.getByRole('radio', { name: condition }).check();
    await page.getByRole('heading', { level: 2, name: condition }).waitFor();
    await settled(page);
    await unfold(page);
    await inEveryLook(page, (how) => look(page, called, how));
  });
}

scenario('an import that asks, in every look, full and accessible', async ({ page }) => {
  await begin(page);
  await go(page, 'data');
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'drinks.csv', mimeType: 'text/csv', buffer: Buffer.from('when,what,how much\n2026-02-01 08:00,green,2.5\n2026-02-02 09:00,green,3\n'),
  });
  await page.getByRole('button', { name: /^Add|^Hold/ }).first().waitFor();
  await settled(page);
  await unfold(page);
  await inEveryLook(page, (how) => look(page, 'import', how));
});

scenario('the first screens in every look', async ({ page }) => {
  // The first paint has a heading too.
  await page.getByRole('button', { name: 'Start a diary' }).waitFor();
  await inEveryLook(page, (how) => look(page, 'welcome', how));
  await page.getByRole('button', { name: 'I have a backup' }).click();
  await inEveryLook(page, (how) => look(page, 'restore', how));
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await begin(page, undefined, (step) => inEveryLook(page, (how) => look(page, step, how)));
});

scenario('the lock and the empty places in every look', async ({ page }) => {
  await begin(page);
  for (const place of ['today', 'log', 'history', 'forecast', 'products', 'data', 'settings']) {
    await go(page, place);
    await settled(page);
    await look(page, `empty ${place}`, '360 px');
  }
  await lock(page);
  await inEveryLook(page, (how) => look(page, 'locked', how));
  await page.getByRole('button', { name: 'Use the recovery phrase' }).click();
  await inEveryLook(page, (how) => look(page, 'recovery', how));
  await go(page, 'help');
  await settled(page);
  await inEveryLook(page, (how) => look(page, 'help while locked', how));
});
