// What `cargo xtask e2e` hands over in the environment. Nothing is guessed: a missing part is an error that says so.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: call the tests with \`cargo xtask e2e\``);
  return value;
}

/** The built app. */
export const app = () => given('EBB_WEB_DIST');
/** The page that checks the vault's contract in a browser. */
export const selftest = () => given('EBB_SELFTEST');
/** The program that serves it. */
export const serverProgram = () => given('EBB_SERVER');
/** The browser. */
export const chromium = () => given('EBB_CHROMIUM');
/** The command line, for files that go from one to the other. */
export const commandLine = () => given('EBB_CLI');
/** Where pictures of failures go. */
export const failures = () => given('EBB_E2E_OUT');

/** The folder of made-up diaries that all programs are tried on, or null where it is not at hand. */
export function sharedDiaries() {
  const shared = process.env.EBB_SHARED;
  const folder = shared ? join(shared, 'diaries') : null;
  return folder && existsSync(folder) && readdirSync(folder).length > 0 ? folder : null;
}
