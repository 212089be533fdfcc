// A watch inside the page: when something was tapped, when the answer stood on the screen, and which tasks were long.

/** Runs in every page before anything else. */
function hang() {
  const watch = { taps: [], longest: [] };
  globalThis.ebbWatch = watch;
  const note = (event) => watch.taps.push({ type: event.type, at: event.timeStamp });
  for (const type of ['click', 'keydown']) addEventListener(type, note, { capture: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watch.longest.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  /** Resolves with the moment at which `selector` with `text` in it has been painted. */
  watch.painted = (selector, text) => new Promise((resolve) => {
    const pattern = new RegExp(text, 's');
    const isThere = () => [...document.querySelectorAll(selector)].some((one) => pattern.test(one.textContent));
    const after = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
    if (isThere()) {
      after();
      return;
    }
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      after();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}

export const hangWatch = (context) => context.addInitScript(hang);

/**
 * Taps, and says after how many milliseconds each of `answers` ({name: [selector, text]}) was on the screen. The count
 * begins when the browser saw the tap, not when the page came round to it.
 */
export async function tapped(page, tap, answers) {
  const names = Object.keys(answers);
  const painted = page.evaluate((wanted) => {
    ebbWatch.taps.length = 0;
    return Promise.all(wanted.map(([selector, text]) => ebbWatch.painted(selector, text)));
  }, Object.values(answers));
  await tap();
  const moments = await painted;
  const began = await page.evaluate(() => ebbWatch.taps.find(({ type }) => type === 'click').at);
  return Object.fromEntries(names.map((name, idx) => [name, moments[idx] - began]));
}

/** What `act` does; answers the longest task of the main thread meanwhile, 0 when none took 50 ms. */
export async function longestTask(page, act) {
  await page.evaluate(() => { ebbWatch.longest.length = 0; });
  await act();
  // The browser tells of a long task a frame later.
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 50)); }));
  return page.evaluate(() => Math.max(0, ...ebbWatch.longest.map(({ ms }) => ms)));
}
