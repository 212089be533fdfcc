// The tools of the other tests, tried on something that must fail: a watch that sees nothing would make all tests green.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setClock } from '../harness/clock.mjs';
import { findNothing } from '../harness/axe.mjs';
import { launch } from '../harness/browser.mjs';
import { keptForOffline, started } from '../harness/app.mjs';
import { scenario } from '../harness/scenario.mjs';
import { startServer } from '../harness/server.mjs';
import { watch } from '../harness/watch.mjs';

let browser;
let server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer()]); });
after(() => Promise.all([browser.close(), server.stop()]));

/** What a watch says about `act`, or '' when it is content. */
async function seen(act) {
  const context = await browser.newContext();
  try {
    const trouble = await watch(context, server.origin);
    const page = await context.newPage();
    await page.goto(server.origin);
    await started(page);
    await act(page, trouble);
    trouble.settle();
    return '';
  } catch (error) {
    return error.message;
  } finally {
    await context.close();
  }
}

test('a quiet page is no trouble', async () => {
  assert.equal(await seen(() => {}), '');
});

test('a request to anybody else is seen, and does not arrive', async () => {
  const said = await seen((page) => page.evaluate(() => { new Image().src = 'http://example.org/pixel'; }));
  assert.match(said, /violates the following Content Security Policy[^]*request to http:\/\/example\.org/);
});

test('an inline style and an inline script are seen', async () => {
  assert.match(await seen((page) => page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
  })), /inline style violates/);
  assert.match(await seen((page) => page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
  })), /inline script violates/);
});

test('an error in the page and one in the keeper are seen', async () => {
  assert.match(await seen(async (page) => {
    const thrown = page.context().waitForEvent('weberror');
    await page.evaluate(() => { setTimeout(() => { throw new Error('of the page'); }); });
    await thrown;
  }), /of the page/);
  assert.match(await seen((page) => page.evaluate(() => new Promise((resolve) => {
    const keeper = new Worker(globalThis.ebbFiles['keeper.js'], { type: 'module' });
    keeper.addEventListener('error', resolve);
    keeper.postMessage({ module: 'not a module' });
  }))), /in the worker: .*WebAssembly/);
  assert.match(await seen(async (page) => {
    const comes = page.waitForEvent('worker');
    await page.evaluate(() => { globalThis.ebbStartKeeper(); });
    const said = page.context().waitForEvent('console', (message) => message.text() === 'a panic');
    await (await comes).evaluate(() => console.error('a panic'));
    await said;
  }), /console: a panic/);
});

test('expected trouble must come', async () => {
  assert.match(await seen((page, trouble) => trouble.expect(/never/)), /this did not happen: \/never\//);
  assert.equal(await seen(async (page, trouble) => {
    trouble.expect(/on purpose/);
    await page.evaluate(() => console.error('on purpose'));
  }), '');
});

test('axe finds what is wrong', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.origin);
  await started(page);
  await page.evaluate(() => { document.body.append(document.createElement('button')); });
  await assert.rejects(findNothing(page), /button-name/);
  await context.close();
});

let clock;
scenario('a clock that is set is the clock of page and keeper', {
  prepare: async (parts) => { clock = await setClock(parts, '2031-05-06T03:00:00Z'); },
}, async ({ page }) => {
  await started(page);
  const dates = () => page.evaluate(() => new Date().toISOString().slice(0, 10));
  assert.equal(await dates(), '2031-05-06');
  const comes = page.waitForEvent('worker');
  await page.evaluate(() => { globalThis.ebbStartKeeper(); });
  const keeper = await comes;
  const inKeeper = () => keeper.evaluate(() => [new Date(), new Date(Date.now())].map((date) => date.toISOString().slice(0, 10)));
  assert.deepEqual(await inKeeper(), ['2031-05-06', '2031-05-06']);
  await clock.forward(48 * 3_600_000);
  assert.equal(await dates(), '2031-05-08');
  assert.deepEqual(await inKeeper(), ['2031-05-08', '2031-05-08']);
});

scenario('a context without a set clock keeps the app for offline use', async ({ page }) => {
  await started(page);
  await keptForOffline(page);
});
