// One test: a server, a person with an empty device, a page that is open, and a watch over all of it.
//
//   scenario('a dose is logged in two taps', async ({ page }) => { … });
//
// `fn` gets {page, context, server, origin, trouble, open}. A picture and the text of the page are kept when it fails.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { launch } from './browser.mjs';
import { failures } from './machine.mjs';
import { startServer } from './server.mjs';
import { watch } from './watch.mjs';

/** No single test takes this long unless something hangs. */
const PATIENCE_MS = 120_000;
/** Nor does anything in it: Playwright looks again and again until then. */
const STEP_MS = 20_000;

let browser;
after(async () => (await browser)?.close());

/**
 * `options.context`: what the person's browser is like (viewport, colorScheme, locale, timezoneId, …).
 * `options.prepare(parts)`: called before the page is opened, for scripts and routes.
 * `options.address`: what is opened first; null leaves the page empty.
 * `options.skip`: why it cannot run here, or something false.
 */
export function scenario(name, options, fn = options) {
  const wanted = fn === options ? {} : options;
  test(name, { timeout: PATIENCE_MS, skip: wanted.skip || false }, async () => {
    browser ??= launch();
    const context = await (await browser).newContext({ viewport: { width: 360, height: 740 }, ...wanted.context });
    context.setDefaultTimeout(STEP_MS);
    const server = await startServer();
    try {
      const trouble = await watch(context, server.origin);
      const page = await context.newPage();
      const open = (address = '/', where = page) => where.goto(`${server.origin}${address}`);
      const parts = { page, context, server, origin: server.origin, trouble, open };
      await wanted.prepare?.(parts);
      if (wanted.address !== null) await open(wanted.address);
      await fn(parts);
      trouble.settle();
    } catch (error) {
      error.message += await keepPictures(context, name);
      throw error;
    } finally {
      await context.close();
      await server.stop();
    }
  });
}

/** What every open page showed; says where it is. */
async function keepPictures(context, name) {
  const folder = failures();
  const lines = [];
  await mkdir(folder, { recursive: true });
  for (const [idx, page] of context.pages().entries()) {
    const place = join(folder, `${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}-${idx}`);
    try {
      await page.screenshot({ path: `${place}.png`, fullPage: true });
      await writeFile(`${place}.txt`, `${page.url()}\n\n${await page.locator('body').ariaSnapshot()}\n`);
      lines.push(`\n  the page as it was: ${place}.png and .txt`);
    } catch (error) {
      lines.push(`\n  no picture of the page: ${error.message.split('\n')[0]}`);
    }
  }
  return lines.join('');
}
