// The same contract where the app keeps its vault.

import init, { verdicts } from './ebb_selftest.js';

try {
  await init({ module_or_path: new URL('ebb_selftest_bg.wasm', import.meta.url) });
  postMessage(JSON.parse(await verdicts()));
} catch (error) {
  postMessage([{ rule: 'the self-test runs to its end', broken: String(error?.message ?? error) }]);
}
