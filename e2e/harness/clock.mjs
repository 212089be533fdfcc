// A clock that the test sets, for the page and for the keeper's worker alike.
//
// Playwright's clock reaches pages only. The worker's script is therefore answered with a few lines before it that shift
// `Date`, and told of every later jump. The service worker would answer first: such a context seems to have none.
//
//   let clock;
//   scenario('…', { prepare: async (parts) => { clock = await setClock(parts, '…'); } }, async ({ page }) => { … });

const CHANNEL = 'ebb-test-clock';

function shiftWorker(shift, channel) {
  const Real = Date;
  let by = shift;
  const now = () => Real.now() + by;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  new BroadcastChannel(channel).addEventListener('message', ({ data }) => { by += data; });
}

/** Call it before the page is opened. `start` is a moment such as '2026-03-01T03:00:00Z'. */
export async function setClock({ page, context }, start) {
  let shift = Date.parse(start) - Date.now();
  await page.clock.install({ time: start });
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
  });
  await context.route(/\/keeper\.[0-9a-f]{16}\.js$/, async (route) => {
    const answer = await route.fetch();
    const script = await answer.text();
    await route.fulfill({ response: answer, body: `(${shiftWorker})(${shift}, '${CHANNEL}');\n${script}` });
  });
  return {
    /** Lets time pass at once; timers of the page that fall into it fire. */
    async forward(ms) {
      shift += ms;
      await page.evaluate(([channel, by]) => {
        const told = new BroadcastChannel(channel);
        told.postMessage(by);
        told.close();
      }, [CHANNEL, ms]);
      await page.clock.fastForward(ms);
    },
  };
}
