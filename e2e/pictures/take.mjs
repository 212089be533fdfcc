// Pictures of every screen: `cargo xtask pictures`. Phone and desktop, light and dark, before the first entry and with a
// full diary, into docs/screens, and two contact sheets made of them. Time stands still and dice fall the same, so a
// picture changes only when the app does; a picture that nobody takes any more is removed.

import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../harness/browser.mjs';
import { startServer } from '../harness/server.mjs';
import { album, darkroom } from './camera.mjs';
import { contactSheet } from './contact.mjs';
import { NOW, ZONE, diary } from './diary.mjs';
import { freezeContext } from './frozen.mjs';
import { demo, first, full, locked, urge } from './screens.mjs';

const FOLDER = process.env.EBB_PICTURES ?? new URL('../../docs/screens', import.meta.url).pathname;
/** Pages as long as they are, for whoever wants to look at all of a screen. */
const IS_WHOLE = process.env.EBB_PICTURES_WHOLE !== undefined;
const SIZES = [{ width: 360, height: 800 }, { width: 1280, height: 900 }];
const SCHEMES = ['light', 'dark'];

const browser = await launch();
const server = await startServer();
const own = await diary();
const room = await darkroom(browser);
const pictures = album(FOLDER, room);
try {
  await mkdir(FOLDER, { recursive: true });
  for (const size of SIZES) {
    await onDevice(size, first);
    await onDevice(size, async (page, look, later) => {
      await full(page, look, own.backup);
      await urge(page, look, later);
      await locked(page, look);
    });
    await onDevice(size, demo);
  }
  if (!IS_WHOLE) await sheets();
  await clear();
} finally {
  await browser.close();
  await server.stop();
  await own.remove();
}
const { written, same } = pictures.counts;
console.log(`${written} pictures written, ${same} as before, ${(pictures.bytes() / 1e6).toFixed(1)} MB in all`);

/** An empty device of this size; `walk` goes through its screens. */
async function onDevice(size, walk) {
  const context = await browser.newContext({ viewport: size, timezoneId: ZONE, locale: 'en-GB', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    await freezeContext(context, page, NOW);
    await page.goto(server.origin);
    await fetchDrawings(page);
    let now = Date.parse(NOW);
    const later = (ms) => {
      now += ms;
      return page.clock.setFixedTime(now);
    };
    const look = async (name, suffix = '') => {
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await settled(page);
        const png = await still(page);
        await pictures.keep(`${name}-${size.width}-${scheme}${suffix}`, png);
      }
    };
    await walk(page, look, later);
  } finally {
    await context.close();
  }
}

/** Everything asked for is drawn, and what was said is taken away. */
async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.skeleton, .bone, [aria-busy=true]').length === 0);
  for (const close of await page.locator('.toast-close').all()) await close.click();
  // Nothing is under the pointer.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Laid out and painted as a whole: what was painted bit by bit differs by a shade now and then.
    const [root, top] = [document.documentElement, scrollY];
    root.style.display = 'none';
    root.getBoundingClientRect();
    root.style.removeProperty('display');
    scrollTo(0, top);
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  });
}

/** A picture of a page that has come to rest: two in a row are the same. */
async function still(page) {
  const shoot = () => page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: IS_WHOLE });
  let before = await shoot();
  for (let tries = 0; tries < 20; tries += 1) {
    const now = await shoot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error(`${page.url()} does not come to rest`);
}

/** Has the browser fetch the drawings of the style sheet ahead: they have no event that tells when they are there. */
async function fetchDrawings(page) {
  const fetched = new Set();
  page.on('requestfinished', (request) => fetched.add(request.url()));
  const urls = await page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => [rule, sheet.href]));
    return rules.flatMap(([{ selectorText, cssText }, base]) => [...cssText.matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => {
      const place = document.createElement('span');
      place.className = `art ${selectorText.replaceAll('.', ' ')}`;
      Object.assign(place.style, { position: 'absolute', insetInlineStart: '-100rem', top: 0 });
      document.body.append(place);
      return new URL(path, base).href;
    }));
  });
  while (!urls.every((url) => fetched.has(url))) await page.waitForEvent('requestfinished');
}

/** All full screens by day and by night. */
async function sheets() {
  const of = (width) => SCHEMES.map((scheme) => (
    pictures.names().filter((name) => name.endsWith(`-${width}-${scheme}`))));
  const [phone, desktop] = SIZES.map(({ width }) => of(width));
  await pictures.keep('contact-phone', await contactSheet(browser, FOLDER, phone, { across: 11, wide: 180 }));
  await pictures.keep('contact-desktop', await contactSheet(browser, FOLDER, desktop, { across: 6, wide: 320 }));
}

async function clear() {
  const kept = new Set(pictures.names().map((name) => `${name}.webp`));
  for (const file of await readdir(FOLDER)) {
    if (file.endsWith('.webp') && !kept.has(file)) await rm(join(FOLDER, file));
  }
}
