// Chromium as everybody has it, with everything switched off that would talk to somebody by itself.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromium as program } from './machine.mjs';

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever still asks for another machine gets no answer.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

function launchOptions() {
  // Chromium refuses its sandbox to root; then nobody but these tests uses it.
  const args = process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : ARGS;
  return { executablePath: program(), args };
}

/** A browser; each of its contexts is a person with an empty device. */
export const launch = () => chromium.launch(launchOptions());

/**
 * A device that can be switched off and on again: its storage outlives the browser.
 * `open(options)` starts a browser on it and returns the context; `remove()` throws the device away.
 */
export async function device() {
  const folder = await mkdtemp(join(tmpdir(), 'ebb-device-'));
  return {
    open: (options = {}) => chromium.launchPersistentContext(folder, { ...launchOptions(), ...options }),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
