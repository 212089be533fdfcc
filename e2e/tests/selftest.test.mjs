// The vault's contract against the real database of the browser: the same rules that memory and files keep natively. And
// the engine's answers: the same bits as natively.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, after } from 'node:test';
import { launch } from '../harness/browser.mjs';
import { selftest } from '../harness/machine.mjs';
import { startServer } from '../harness/server.mjs';

/** How many rules there are: `check_backend` and `check_shared` of ebb-vault. One that is never run would hold too. */
const RULES = 16;
const PATIENCE_MS = 110_000;

const browser = launch();
after(async () => (await browser).close());

test('every rule of the vault holds in the browser\'s own database, on the page and in a worker', { timeout: 120_000 }, async () => {
  const server = await startServer({ folder: selftest() });
  const context = await (await browser).newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/selftest/`);
    for (const place of ['page', 'worker']) {
      await page.locator(`#${place}[aria-busy="false"]`).waitFor({ state: 'attached', timeout: PATIENCE_MS });
      const lines = await page.locator(`#${place} li`).allInnerTexts();
      assert.deepEqual(lines.filter((line) => !line.startsWith('holds: ')), [], place);
      assert.equal(new Set(lines).size, RULES, `${place}: ${lines.join('\n')}`);
    }
    const left = await page.evaluate(() => indexedDB.databases());
    assert.deepEqual(left, [], 'databases left behind');
  } finally {
    await context.close();
    await server.stop();
  }
});

test('the engine answers in the browser, to the last bit, what it answers natively', { timeout: 120_000 }, async () => {
  const server = await startServer({ folder: selftest() });
  const context = await (await browser).newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/selftest/`);
    await page.locator('#engine[aria-busy="false"]').waitFor({ timeout: PATIENCE_MS });
    const frozen = await readFile(new URL('../../edge/selftest/frozen/engine.txt', import.meta.url), 'utf8');
    assert.match(frozen, /^[0-9a-f]{64}\n$/);
    assert.equal(await page.locator('#engine').textContent(), frozen.trim());
  } finally {
    await context.close();
    await server.stop();
  }
});
