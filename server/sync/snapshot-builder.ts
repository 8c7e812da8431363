/**
 * Builds snapshots beside the event loop. Replaying 120,000 rows takes a second, in which nobody's keystroke would be
 * saved; so everything but the smallest log is built in a thread. It starts with the first job and ends when there
 * was none for a while, so there is nothing to close; it never keeps the process alive.
 */
import { Worker } from 'node:worker_threads';
import { unpack } from '../../shared/sync/packed-updates.ts';
import { buildSnapshot } from './compaction.ts';

/** So many bytes of rows are replayed in a few milliseconds, less than a thread takes to start. */
const smallBytes = 16 * 1024;
const idleMs = 10_000;

type Answer = { readonly snapshot: Uint8Array } | { readonly error: unknown };

/** `packed` (see packed-updates.ts) must not be used afterwards. Rejects as `buildSnapshot` throws. */
export type SnapshotBuilder = (packed: Uint8Array) => Promise<Uint8Array>;

export function createSnapshotBuilder(): SnapshotBuilder {
  let worker: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** One job at a time: the rows of two long documents needn't be in memory together. */
  let queue: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = new Worker(new URL('./snapshot-worker.ts', import.meta.url));
    started.unref();
    started.on('error', () => undefined); // whoever waits hears of it
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  async function run(packed: Uint8Array): Promise<Uint8Array> {
    clearTimeout(idle);
    worker ??= start();
    const answer = await ask(worker, packed);
    idle = setTimeout(() => void worker?.terminate(), idleMs).unref();
    if ('error' in answer) throw answer.error;
    return answer.snapshot;
  }

  return async (packed) => {
    if (packed.length <= smallBytes) return buildSnapshot(unpack(packed));
    const job = queue.then(() => run(packed));
    queue = job.catch(() => undefined);
    return job;
  };
}

function ask(worker: Worker, packed: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      worker.unref();
    };
    const onMessage = (answer: Answer): void => {
      settle();
      resolve(answer);
    };
    const onError = (error: unknown): void => {
      settle();
      reject(error);
    };
    const onExit = (code: number): void => onError(new Error(`the snapshot thread ended with ${code}`));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.ref(); // somebody waits for it
    worker.postMessage(packed, ownBuffer(packed));
  });
}

/** A small Buffer is a view into Node's shared pool, which can't change hands; it is copied. */
const ownBuffer = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
