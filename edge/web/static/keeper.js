// The keeper's worker: waits for the compiled module, starts the keeper, then hands it what came in the meantime.
// The page starts it with `ebbStartKeeper()` (boot.js) and ends it with `terminate()`; nothing is kept here.

import { initSync, keeper } from './ebb_web.js';

const early = [];
let begun = false;

function hold(event) {
  event.stopImmediatePropagation();
  if (begun) {
    early.push(event);
    return;
  }
  begun = true;
  begin(event.data).catch((error) => {
    // Thrown outside of the promise, so that the page hears of it as the worker's `error`.
    setTimeout(() => { throw error; });
  });
}

async function begin({ module, files }) {
  globalThis.ebbFiles = files;
  initSync({ module });
  await keeper();
  removeEventListener('message', hold);
  for (const { data, ports } of early) {
    dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  }
}

addEventListener('message', hold);
