/** The thread of snapshot-builder.ts: packed updates come in, a snapshot or what went wrong goes out. */
import { parentPort } from 'node:worker_threads';
import { buildSnapshot } from './compaction.ts';
import { unpack } from './packed-updates.ts';

parentPort?.on('message', (packed: Uint8Array) => {
  try {
    parentPort?.postMessage({ snapshot: buildSnapshot(unpack(packed)) });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
