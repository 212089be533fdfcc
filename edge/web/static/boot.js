// Starts the app: compiles it once, draws the page, and watches for a newer version.
// It asks nobody but the server the page came from, and says in plain words why the app cannot start.

// Written by `cargo xtask web`: the number of this build, and the name each file is served under. Names in quotes with
// `./`, like the ones below, are replaced as well.
const BUILD = '';
const FILES = {};

// What the page (Rust) may use. It reads these; nothing else is shared.
globalThis.ebbBuild = BUILD;
globalThis.ebbFiles = FILES;
globalThis.ebbUpdateReady = false; // set with the event `ebb-update` on window
globalThis.ebbUpdate = () => location.reload();

// Starts a keeper from the module that is compiled already. The worker it returns waits for messages of `wire`.
globalThis.ebbStartKeeper = () => {
  const keeper = new Worker('./keeper.js', { type: 'module', name: 'keeper' });
  keeper.postMessage({ module: globalThis.ebbModule, files: FILES });
  return keeper;
};

async function compile() {
  const answer = await fetch('./ebb_web_bg.wasm');
  if (!answer.ok) throw new TypeError(`the app's code was answered with ${answer.status}`);
  return WebAssembly.compileStreaming(answer);
}

// How the app looked last, before anything is drawn: no light at night, and no name that is not wanted. The app itself
// reads the same preferences later and follows them.
function looksOfLastTime() {
  let prefs = {};
  try {
    prefs = JSON.parse(localStorage.getItem('ebb-prefs')) ?? {};
  } catch {
    // Nothing is remembered, or nothing may be: the usual looks.
  }
  if (prefs.theme === 'light' || prefs.theme === 'dark') document.documentElement.dataset.theme = prefs.theme;
  if (prefs.is_plain === true) {
    document.title = 'Pages';
    const name = document.getElementById('boot-name');
    if (name) name.textContent = 'Pages';
    document.querySelector('link[rel=icon]')?.setAttribute('href', './icons/plain.svg');
    document.querySelector('link[rel=manifest]')?.setAttribute('href', './manifest-plain.webmanifest');
  }
}

looksOfLastTime();

// The browser's offer to install comes when it likes; the settings show a button while it stands.
globalThis.ebbInstall = null;
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  globalThis.ebbInstall = event;
  dispatchEvent(new Event('ebb-install'));
});
addEventListener('appinstalled', () => {
  globalThis.ebbInstall = null;
  dispatchEvent(new Event('ebb-install'));
});

let loaded = false;

async function start() {
  const [glue, module] = await Promise.all([import('./ebb_web.js'), compile()]);
  loaded = true;
  globalThis.ebbModule = module;
  await glue.default({ module_or_path: module });
  // In a task of its own: the browser may paint, and hear a tap, before the app is drawn.
  await new Promise((resolve) => { setTimeout(resolve); });
  glue.page();
}

// The smallest program that uses a register of 128 bits: a function that fills one with zeros.
const WIDE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

function why() {
  if (typeof WebAssembly !== 'object' || !WebAssembly.compileStreaming || !WebAssembly.validate(new Uint8Array(WIDE))) {
    return 'This browser cannot run Ebb: its WebAssembly is missing or too old, or a strict protection mode turns it off. '
      + 'Update the browser, or open Ebb in another one.';
  }
  return loaded
    ? 'Ebb could not start.'
    : 'Ebb could not be loaded. See whether this device is connected, then try again.';
}

function explain(error, what = why()) {
  console.error(error);
  const place = document.querySelector('#boot main') ?? document.getElementById('boot') ?? document.body;
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.className = 'quiet';
  words.textContent = `${what} Nothing you saved is lost by this.`;
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = 'Try again';
  again.addEventListener('click', () => globalThis.ebbUpdate());
  place.append(words, again);
}

// A newer version is fetched quietly and shown only when somebody presses a button: `ebbUpdate()` switches and reloads.
async function watch() {
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  const ask = (worker, type) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    worker.postMessage({ type }, [port2]);
  });
  const look = async () => {
    const newest = registration.waiting ?? registration.active;
    if (!newest || await ask(newest, 'build') === BUILD) return;
    globalThis.ebbUpdate = async () => {
      await ask(newest, 'update');
      location.reload();
    };
    globalThis.ebbUpdateReady = true;
    dispatchEvent(new Event('ebb-update'));
  };
  const follow = () => registration.installing?.addEventListener('statechange', (event) => {
    if (event.target.state === 'installed') look();
  });
  registration.addEventListener('updatefound', follow);
  follow();
  // An app that is left open for weeks asks again when somebody comes back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
  await look();
}

// The program stopped in the middle of something: say so, rather than leave a page that no longer answers.
addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) explain(event.error, 'Ebb met a fault and stopped.');
});

start().catch((error) => explain(error)).finally(() => watch().catch(console.error));
