// Keeps the app on this device, so that it opens without a network, and never changes it by itself.
//
// All files of a version are fetched and compared with their hashes before that version is offered. Which version is
// shown is a note of its own: it changes only when the page sends {type: 'update'}, not when a browser decides to start
// a newer worker. Nothing but our own files is kept, and no other origin is ever asked.

// Written by `cargo xtask web`: the number of this build, and every file with its SHA-256.
const BUILD = '';
const FILES = [];

const cacheOf = (build) => `ebb-${build}`;
const MATCH = { ignoreSearch: true, ignoreVary: true };

// The note {shown, before} outlives every worker, older and newer ones read it: never change its form.
const NOTES = 'ebb-notes';
const NOTE = './shown';

async function readNote() {
  const note = await caches.match(NOTE, { cacheName: NOTES });
  return note ? note.json() : { shown: BUILD, before: null };
}

async function writeNote(note) {
  const notes = await caches.open(NOTES);
  await notes.put(NOTE, new Response(JSON.stringify(note)));
}

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Fails when a single file is not the one this version was built with: then the version before stays, and we try later.
async function install() {
  const cache = await caches.open(cacheOf(BUILD));
  await Promise.all(FILES.map(async ([path, hash]) => {
    const answer = await fetch(path, { cache: 'no-cache' });
    const bytes = await answer.clone().arrayBuffer();
    if (!answer.ok || await hashOf(bytes) !== hash) throw new Error(`${path} is not of this version`);
    await cache.put(path, answer);
  }));
  await writeNote(await readNote());
}

// The version shown, the one before it and our own stay.
async function clear() {
  const { shown, before } = await readNote();
  const kept = [NOTES, cacheOf(shown), cacheOf(before), cacheOf(BUILD)];
  const names = (await caches.keys()).filter((name) => name.startsWith('ebb-') && !kept.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function update() {
  const { shown, before } = await readNote();
  await writeNote({ shown: BUILD, before: shown === BUILD ? before : shown });
  await self.skipWaiting();
  await clear();
}

// What cannot be looked up (a full disk, storage switched off) is fetched: a file that fails would shut the diary.
async function answer(request) {
  return await kept(request).catch(() => undefined) ?? fetch(request);
}

async function kept(request) {
  const { shown } = await readNote();
  const cache = await caches.open(cacheOf(shown));
  return await cache.match(request, MATCH)
    ?? (request.mode === 'navigate' ? cache.match('./', MATCH) : caches.match(request, MATCH));
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(clear()));

addEventListener('message', (event) => {
  const reply = () => event.ports[0]?.postMessage(BUILD);
  if (event.data?.type === 'build') reply();
  if (event.data?.type === 'update') event.waitUntil(update().then(reply));
});

addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin !== location.origin) event.respondWith(Response.error());
  else if (event.request.method === 'GET') event.respondWith(answer(event.request));
});
