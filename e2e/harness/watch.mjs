// Watches a context and remembers what should never happen: an error on the console (a refusal of the content security
// policy is one), a script that threw, a request to anybody but our own server.

/** Begins to watch. `settle()` throws when there was trouble that nobody expected, or when expected trouble never came. */
export async function watch(context, origin) {
  const troubles = [];
  const expected = [];
  const note = (what) => troubles.push(what);

  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`script: ${error.error().stack ?? error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol) || url.origin === origin) return;
    note(`request to ${url.origin}: ${request.url()}`);
  });
  const watchPage = (page) => {
    page.on('websocket', (socket) => note(`websocket to ${socket.url()}`));
    page.on('crash', () => note('the page crashed'));
  };
  context.pages().forEach(watchPage);
  context.on('page', watchPage);
  // What a worker throws is told to whoever started it, and to nobody else.
  await context.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        this.addEventListener('error', (event) => console.error(`in the worker: ${event.message}`));
      }
    };
  });

  return {
    /** Trouble that this test causes on purpose. It must come. */
    expect(pattern) {
      expected.push({ pattern, came: false });
    },
    settle() {
      const rest = troubles.filter((trouble) => {
        const known = expected.filter(({ pattern }) => pattern.test(trouble));
        known.forEach((one) => { one.came = true; });
        return known.length === 0;
      });
      const missing = expected.filter(({ came }) => !came).map(({ pattern }) => `this did not happen: ${pattern}`);
      const all = [...rest, ...missing];
      if (all.length > 0) throw new Error(`while the test ran:\n  ${all.join('\n  ')}`);
    },
  };
}
