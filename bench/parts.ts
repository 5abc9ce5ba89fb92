import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { stopWhenInterrupted } from './running.ts';

/** A program of the bench that runs in a process of its own, so that nobody measured shares its event loop. */
export interface Part {
  pid: number;
  /** Sends a request and waits for its answer. */
  ask<T>(request: object): Promise<T>;
  stop(): Promise<void>;
}

/** Starts this same program as another part; it says when it is ready. */
export async function startPart<T>(
  name: 'carrier' | 'floor' | 'bare-service',
  settings: object = {},
): Promise<{ part: Part; ready: T }> {
  const child = fork(process.argv[1]!, [`--part=${name}`, JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const stopped = stopWhenInterrupted(stop);
  void ended.then(stopped);
  const answers = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  const ready = await new Promise<T>((resolve, reject) => {
    answers.set(0, resolve as (answer: unknown) => void);
    child.once('exit', (code) => reject(new Error(`the ${name} of the bench ended with ${code}`)));
    child.on('message', ({ id, answer }: { id: number; answer: unknown }) => {
      answers.get(id)?.(answer);
      answers.delete(id);
    });
  });
  return { ready, part: { pid: child.pid!, ask, stop } };

  function ask<A>(request: object): Promise<A> {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      answers.set(id, resolve as (answer: unknown) => void);
      child.send({ id, request });
    });
  }

  async function stop(): Promise<void> {
    stopChild(child);
    await ended;
  }
}

function stopChild(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}

/** The other end: answers requests until the bench lets go, also when it was killed. */
export function servePart<R>(
  ready: unknown,
  answer: (request: R) => unknown,
  stop: () => unknown = () => undefined,
): void {
  process.on('message', ({ id, request }: { id: number; request: R }) => {
    void Promise.resolve(answer(request)).then((a) => process.send?.({ id, answer: a ?? null }));
  });
  const letGo = () => void Promise.resolve(stop()).finally(() => process.exit(0));
  process.on('disconnect', letGo);
  // Ctrl-C reaches every process of the terminal; the bench itself ends its parts.
  process.on('SIGINT', () => undefined);
  if (process.connected) process.send?.({ id: 0, answer: ready });
  else letGo();
}
