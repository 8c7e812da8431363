/** The thread of snapshot-builder.ts: packed updates come in, a snapshot or what went wrong goes out. */
import { parentPort } from 'node:worker_threads';
import { unpack } from '../../shared/sync/packed-updates.ts';
import { buildSnapshot } from './compaction.ts';

parentPort?.on('message', (packed: Uint8Array) => {
  try {
    parentPort?.postMessage({ snapshot: buildSnapshot(unpack(packed)) });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
