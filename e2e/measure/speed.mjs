// How quick the app is on a slow phone with a full diary: `cargo xtask speed`. What it finds is in docs/performance.md.
//
// Page and keeper are slowed four times (slow.mjs), the vault holds 20,000 entries and came in through the front door
// (diary.mjs), the server is gone before anything is measured. Each round starts the browser anew. What unlocking takes
// beside the key derivation is measured on a vault whose keys cost nothing; the same with ordinary keys stands beside it.
// Nothing here fails when something is slow: it prints a table and writes the figures, and a person reads them.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keptForOffline, started } from '../harness/app.mjs';
import { device } from '../harness/browser.mjs';
import { PASSPHRASE, go, lock } from '../harness/person.mjs';
import { startServer } from '../harness/server.mjs';
import { ENTRIES, ZONE, backup } from './diary.mjs';
import { RATE, slowApp, slowPage } from './slow.mjs';
import { hangWatch, longestTask, tapped } from './stopwatch.mjs';

const ROUNDS = Number(process.env.EBB_SPEED_ROUNDS ?? 5);
const PATIENCE_MS = 180_000;
/** Nobody types a passphrase faster; meanwhile the keeper fetches what it will open. */
const TYPING_MS = 3_000;
/** How long somebody looks at what was said before the phone is put away. */
const LOOKS_MS = 3_000;
const PLACES = ['today', 'history', 'forecast', 'log', 'check-in', 'craving', 'products', 'learn', 'data', 'settings', 'more'];
const TODAY = ['.hero .figure', '\\d+\\s*.*in'];
const LEVEL = ['.card svg', '.'];
const WITHOUT_KEYS = 'unlock to Today, without key derivation';
const WITH_KEYS = 'unlock to Today with ordinary keys, all in all';
const ANSWER = ['.toasts', 'Logged'];

const rows = new Map();
/** Writes down one figure. `goal` in ms, where there is one. */
function note(name, ms, goal) {
  if (!rows.has(name)) rows.set(name, { name, goal, values: [] });
  rows.get(name).values.push(ms);
}

const home = await mkdtemp(join(tmpdir(), 'ebb-speed-'));
const slow = await slowApp();
try {
  for (const keys of ['cheap', 'ordinary']) {
    console.log(`a diary of ${ENTRIES} entries, ${keys} keys`);
    const file = await backup(home, keys);
    await measure(file, keys);
  }
  await report();
} finally {
  await slow.remove();
  await rm(home, { recursive: true, force: true });
}

/** A device with the diary on it, then so many rounds without a server. */
async function measure(file, keys) {
  const own = await device();
  try {
    const origin = await settle(own, file);
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.log(`  round ${round} of ${ROUNDS}, load ${loadavg()[0].toFixed(1)}`);
      const context = await openDevice(own);
      await (keys === 'cheap' ? wholeRound(context, origin) : unlockOnly(context, origin));
      await context.close();
    }
  } finally {
    await own.remove();
  }
}

async function openDevice(own) {
  const context = await own.open({ viewport: { width: 360, height: 800 }, timezoneId: ZONE });
  context.setDefaultTimeout(PATIENCE_MS);
  await hangWatch(context);
  return context;
}

/** Brings the backup in as a person does, and waits until the app is kept on the device. */
async function settle(own, file) {
  const server = await startServer({ folder: slow.folder });
  const context = await openDevice(own);
  const page = await context.newPage();
  await page.goto(server.origin);
  await started(page);
  await page.getByRole('button', { name: 'I have a backup' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('input[autocomplete="current-password"]').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await keptForOffline(page);
  await context.close();
  await server.stop();
  return server.origin;
}

/** Starts the app in flight mode; answers the page at the lock. */
async function coldStart(context, origin) {
  const page = await context.newPage();
  await slowPage(page);
  await page.goto(origin, { waitUntil: 'commit' });
  const locked = await page.evaluate(() => ebbWatch.painted('h1', 'Locked'));
  const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  return { page, first, locked };
}

async function typePassphrase(page) {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.waitForTimeout(TYPING_MS);
  return () => page.getByRole('button', { name: 'Unlock' }).click();
}

async function unlockOnly(context, origin) {
  const { page } = await coldStart(context, origin);
  const { today } = await tapped(page, await typePassphrase(page), { today: TODAY });
  note(WITH_KEYS, today);
}

async function wholeRound(context, origin) {
  const { page, first, locked } = await coldStart(context, origin);
  note('cold start in flight mode: first paint', first);
  note('cold start in flight mode: the lock is drawn', locked);
  note('longest task: starting', await page.evaluate(() => Math.max(0, ...ebbWatch.longest.map(({ ms }) => ms))), 200);
  const press = await typePassphrase(page);
  note('longest task: unlocking, until the level is drawn', await longestTask(page, async () => {
    const { today, level } = await tapped(page, press, { today: TODAY, level: LEVEL });
    note(WITHOUT_KEYS, today, 1_000);
    note('unlock to the level (the engine), without key derivation', level);
  }), 200);
  await lookAround(page);
  await logQuietly(page);
  await logAtOnce(page);
}

async function lookAround(page) {
  for (const place of PLACES) {
    note(`longest task: drawing ${place}`, await longestTask(page, async () => {
      await go(page, place);
      await page.locator('main h1').first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('.skeleton, .bone').length === 0);
    }), 200);
    note('longest task: scrolling', await longestTask(page, async () => {
      await page.mouse.move(180, 400);
      for (let step = 0; step < 10; step += 1) await page.mouse.wheel(0, 240);
    }), 200);
  }
}

function usual(page) {
  return page.locator('.pad-usual button').first();
}

/** A usual dose, while the keeper has nothing else to do. */
async function logQuietly(page) {
  await go(page, 'log');
  await usual(page).waitFor();
  note('longest task: logging', await longestTask(page, async () => {
    const { answer } = await tapped(page, () => usual(page).click(), { answer: ANSWER });
    note('tap on a usual dose to the answer', answer, 100);
  }), 200);
}

/** The same right after unlocking, while the engine reads ten years. */
async function logAtOnce(page) {
  await page.locator('.card svg').first().waitFor();
  await lock(page);
  const press = await typePassphrase(page);
  await press();
  await page.locator('.hero .figure').waitFor();
  await go(page, 'log');
  await usual(page).waitFor();
  const { answer } = await tapped(page, () => usual(page).click(), { answer: ANSWER });
  note('tap on a usual dose to the answer, while the engine works', answer, 100);
  // Nobody is gone in the same frame: what the next unlock begins with is written right after the answer.
  await page.waitForTimeout(LOOKS_MS);
}

async function report() {
  const figures = [...rows.values()].map(({ name, goal, values }) => {
    const sorted = [...values].sort((a, b) => a - b);
    const [min, median, max] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
    return { name, goal, n: values.length, min, median, max, values };
  });
  const width = Math.max(...figures.map(({ name }) => name.length));
  const ms = (value) => (value === undefined ? '' : String(Math.round(value))).padStart(7);
  console.log(`\n${'ms'.padEnd(width)} ${['min', 'median', 'max', 'goal'].map((head) => head.padStart(7)).join(' ')}`);
  for (const { name, min, median, max, goal } of figures) {
    const missed = goal !== undefined && median > goal ? '  missed' : '';
    console.log(`${name.padEnd(width)} ${[min, median, max, goal].map(ms).join(' ')}${missed}`);
  }
  const median = (name) => figures.find((one) => one.name === name).median;
  const derivation = median(WITH_KEYS) - median(WITHOUT_KEYS);
  console.log(`\nKey derivation, the difference of two medians: ${Math.round(derivation)} ms.`);
  console.log('A longest task of 0 means that none took 50 ms, the shortest that the browser tells of.');
  const file = process.env.EBB_SPEED_OUT;
  if (!file) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ entries: ENTRIES, slowed: RATE, rounds: ROUNDS, load: loadavg(), derivation, figures }, null, 2)}\n`);
  console.log(`written: ${file}`);
}
