// A moment that does not pass and dice that always fall the same, for page and keeper alike: what is drawn can be drawn
// again. The keys made under them are worth nothing; only pictures are taken of such a diary.

/** Runs before anything else, in the page and in the keeper. `at` is null where the clock is frozen by other means. */
function freeze(at, seed) {
  if (at !== null) {
    const Real = Date;
    globalThis.Date = new Proxy(Real, {
      construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [at] : args, self),
      apply: () => new Real(at).toString(),
      get: (target, key) => (key === 'now' ? () => at : Reflect.get(target, key)),
    });
  }
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed >>> 7) ^ (mixed >>> 14)) & 0xff;
  };
  crypto.getRandomValues = (place) => {
    const bytes = new Uint8Array(place.buffer, place.byteOffset, place.byteLength);
    for (let idx = 0; idx < bytes.length; idx += 1) bytes[idx] = next();
    return place;
  };
}

/** Call it before a page is opened. The service worker would answer for the keeper: such a context seems to have none. */
export async function freezeContext(context, page, moment) {
  const at = Date.parse(moment);
  await page.clock.setFixedTime(at);
  await context.addInitScript(`(${freeze})(null, 1)`);
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
  });
  await context.route(/\/keeper\.[0-9a-f]{16}\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `(${freeze})(${at}, 2);\n${await answer.text()}` });
  });
}
