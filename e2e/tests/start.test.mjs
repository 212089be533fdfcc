// The app as a whole: it opens, it is kept on the device, and no version comes by itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anotherBuild, buildOf, keptBuilds, keptForOffline, started, workersSettled } from '../harness/app.mjs';
import { device } from '../harness/browser.mjs';
import { scenario } from '../harness/scenario.mjs';
import { startServer } from '../harness/server.mjs';

scenario('the app opens under its strict policy and asks nobody but its own server', async ({ page, origin }) => {
  await started(page);
  const answer = await page.request.get(origin);
  assert.match(answer.headers()['content-security-policy'], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  assert.equal(await page.locator('script:not([src]), style, [style]').count(), 0, 'something inline');
});

scenario('once it was opened, it opens without a network', async ({ page, context, server, origin }) => {
  await started(page);
  await keptForOffline(page);
  const build = await buildOf(page);
  assert.deepEqual(await keptBuilds(page), [build]);
  await server.stop();

  await page.reload();
  await started(page);
  const tab = await context.newPage();
  await tab.goto(`${origin}/#/help`);
  await started(tab);
  assert.equal(await buildOf(tab), build);
});

test('after the device was off, it starts without a network', async () => {
  const server = await startServer();
  const own = await device();
  try {
    const evening = await own.open();
    const page = await evening.newPage();
    await page.goto(server.origin);
    await started(page);
    await keptForOffline(page);
    await evening.close();
    await server.stop();

    const night = await own.open();
    const again = await night.newPage();
    await again.goto(server.origin);
    await started(again);
    await night.close();
  } finally {
    await own.remove();
  }
});

scenario('a newer version waits for its button, however often the app is closed', async ({ page, context, server, open }) => {
  await started(page);
  await keptForOffline(page);
  const before = await buildOf(page);
  const newer = await anotherBuild('000000000000000b');
  await server.stop();
  const next = await startServer({ folder: newer.folder, port: server.port });
  try {
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(() => globalThis.ebbUpdateReady);
    await workersSettled(page);
    await page.reload();
    await started(page);
    assert.equal(await buildOf(page), before, 'it came with a reload');

    // With the last window closed, the browser starts the newer worker: the version shown must still be the one before.
    await context.newPage();
    await page.close();
    let reopened;
    do {
      await reopened?.close();
      reopened = await context.newPage();
      await open('/', reopened);
      await started(reopened);
    } while (await reopened.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null));
    assert.equal(await buildOf(reopened), before, 'it came when the app was closed');

    await reopened.waitForFunction(() => globalThis.ebbUpdateReady);
    await reopened.evaluate(() => { globalThis.ebbUpdate(); });
    await reopened.waitForFunction(() => globalThis.ebbBuild === '000000000000000b');
    await started(reopened);
    assert.deepEqual((await keptBuilds(reopened)).sort(), [before, '000000000000000b'].sort());
  } finally {
    await next.stop();
    await newer.remove();
  }
});

scenario('two versions later only the one shown and the one before are kept', async ({ page, server }) => {
  let at = server;
  const made = [];
  try {
    await started(page);
    await keptForOffline(page);
    for (const number of ['000000000000000b', '000000000000000c']) {
      const newer = await anotherBuild(number);
      made.push(newer);
      await at.stop();
      at = await startServer({ folder: newer.folder, port: server.port });
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await page.waitForFunction(() => globalThis.ebbUpdateReady);
      await page.evaluate(() => { globalThis.ebbUpdate(); });
      await page.waitForFunction((wanted) => globalThis.ebbBuild === wanted, number);
    }
    await page.waitForFunction(async () => (await caches.keys()).length === 3);
    assert.deepEqual((await keptBuilds(page)).sort(), ['000000000000000b', '000000000000000c']);
  } finally {
    if (at !== server) await at.stop();
    await Promise.all(made.map((newer) => newer.remove()));
  }
});

scenario('a version with a file that is not its own is never offered', async ({ page, server }) => {
  await started(page);
  await keptForOffline(page);
  const before = await buildOf(page);
  const spoiled = await anotherBuild('000000000000000d', (files) => {
    files.set('index.html', files.get('index.html').replace('</body>', '<p>more</p></body>'));
  });
  await server.stop();
  const next = await startServer({ folder: spoiled.folder, port: server.port });
  try {
    const ended = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise((resolve) => registration.addEventListener('updatefound', resolve, { once: true }));
      registration.update().catch(() => {});
      await found;
      const worker = registration.installing;
      while (worker.state === 'installing') {
        await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
      }
      return worker.state;
    });
    assert.equal(ended, 'redundant');
    assert.equal(await page.evaluate(() => globalThis.ebbUpdateReady), false);
    await page.reload();
    await started(page);
    assert.equal(await buildOf(page), before);
  } finally {
    await next.stop();
    await spoiled.remove();
  }
});
