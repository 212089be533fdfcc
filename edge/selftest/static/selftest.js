// Runs the contract twice, one after the other: here, and in a worker, where the app keeps its vault.

import init, { engine_answers, verdicts, work, workloads } from './ebb_selftest.js';

const WASM = new URL('ebb_selftest_bg.wasm', import.meta.url);

function show(id, lines) {
  const list = document.getElementById(id);
  list.replaceChildren(...lines.map(({ rule, broken }) => {
    const item = document.createElement('li');
    item.textContent = broken === null ? `holds: ${rule}` : `BROKEN: ${rule}: ${broken}`;
    return item;
  }));
  list.setAttribute('aria-busy', 'false');
}

const failed = (error) => [{ rule: 'the self-test runs to its end', broken: String(error?.message ?? error) }];

async function here() {
  await init({ module_or_path: WASM });
  return JSON.parse(await verdicts());
}

function inWorker() {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }) => { worker.terminate(); done(data); };
    worker.onerror = (event) => { worker.terminate(); fail(event); };
  });
}

/** Median milliseconds of each workload of the engine; `cargo xtask speed --engine` asks for them. */
globalThis.ebbEngineTimes = (runs) => workloads().split('\n').map((name, idx) => {
  work(idx);
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    work(idx);
    return performance.now() - began;
  });
  return { name, ms: times.sort((a, b) => a - b)[Math.floor(runs / 2)] };
});

show('page', await here().catch(failed));
show('worker', await inWorker().catch(failed));
const answers = document.getElementById('engine');
answers.textContent = engine_answers();
answers.setAttribute('aria-busy', 'false');
