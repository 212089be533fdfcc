// The real server on a port of its own. Stopping it is how a network goes away: what a browser simulates, it does not
// simulate for service workers.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { app, serverProgram } from './machine.mjs';

/** Starts a server for `folder`; `port` 0 means any that is free. */
export async function startServer({ folder = app(), port = 0 } = {}) {
  const child = spawn(serverProgram(), ['--dir', folder, '--addr', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes) => { errors += bytes; });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = /^Ebb is at (http:\/\/localhost:(\d+)) /.exec(line);
    if (ready) return running(child, ended, ready[1], Number(ready[2]));
  }
  await ended;
  throw new Error(`the server did not start: ${errors}`);
}

function running(child, ended, origin, port) {
  child.stdout.resume();
  return {
    origin,
    port,
    /** Ends it and waits until nobody listens. */
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
