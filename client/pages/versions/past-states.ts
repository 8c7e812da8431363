/**
 * The states of a document at moments of its past. Rows come in stretches; within one, a step forward applies what was
 * written in it, a step back begins at the nearest state that was kept on the way.
 */
import * as Y from 'yjs';
import { createUntidied } from '../../../shared/documents/untidied.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { type Sitting, versionEndpoints } from '../../../shared/records/versions.ts';
import { unpack } from '../../../shared/sync/packed-updates.ts';
import { type Answer, callBytes } from '../../api/call.ts';

/** Rows of one stretch: what a page reads in a blink. */
const rowsOfStretch = 1_500;
/** A state is kept for the way back after so many rows. */
const rowsBetweenKept = 250;

/** From the first row to the last. */
export type Stretch = { readonly from: number; readonly to: number };

/** Whole sittings, the newest first, each stretch as long as a page reads at once. */
export function stretchesOf(sittings: readonly Pick<Sitting, 'from' | 'to'>[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to } of [...sittings].reverse()) {
    const last = stretches.at(-1);
    if (last && last.to - from < rowsOfStretch) stretches[stretches.length - 1] = { from, to: last.to };
    else stretches.push({ from, to });
  }
  return stretches;
}

/** A stretch that was read: `updates` is the state before it, then each of its rows. */
export function createSteps({ from, to }: Stretch, updates: readonly Uint8Array[]) {
  const kept = new Map<number, Uint8Array>([[from - 1, updates[0] ?? new Uint8Array([0, 0])]]);
  let doc = createUntidied();
  let at = Number.POSITIVE_INFINITY;
  let keptAt = from - 1;

  function beginAt(seq: number): void {
    keptAt = Math.max(...[...kept.keys()].filter((one) => one <= seq));
    doc.destroy();
    doc = createUntidied();
    Y.applyUpdate(doc, kept.get(keptAt) ?? new Uint8Array([0, 0]));
    at = keptAt;
  }

  return {
    covers: (seq: number): boolean => seq >= from - 1 && seq <= to,
    /** The document as it was after that row: valid until the next call. */
    moveTo(seq: number): Y.Doc {
      if (seq < at) beginAt(seq);
      while (at < seq) {
        const stop = Math.min(seq, at + rowsBetweenKept);
        doc.transact(() => {
          for (; at < stop; at++) Y.applyUpdate(doc, updates[at + 1 - from + 1] ?? new Uint8Array([0, 0]));
        });
        if (at - keptAt >= rowsBetweenKept) {
          keptAt = at;
          kept.set(at, Y.encodeStateAsUpdate(doc));
        }
      }
      return doc;
    },
  };
}

export type PastStates = {
  /** Calls `read` with the document as it was after a row, reading what is missing; the document is valid meanwhile. */
  at<T>(seq: number, read: (doc: Y.Doc) => T): Promise<Answer<T>>;
};

type Steps = ReturnType<typeof createSteps>;

/** `sittings` are all that are known, oldest first. */
export function createPastStates(
  documentId: DocumentId,
  epoch: number,
  sittings: () => readonly Sitting[],
): PastStates {
  const read = new Map<string, Promise<Answer<Steps>>>();

  function stretch(wanted: Stretch): Promise<Answer<Steps>> {
    const name = `${wanted.from}-${wanted.to}`;
    const known = read.get(name);
    if (known) return known;
    const asked = fetchSteps(wanted);
    read.set(name, asked);
    void asked.then((answer) => !answer.ok && read.delete(name));
    return asked;
  }

  async function fetchSteps({ from, to }: Stretch): Promise<Answer<Steps>> {
    const answer = await callBytes(versionEndpoints.span, {
      params: { documentId },
      query: { epoch, from, to },
    });
    return answer.ok ? { ok: true, value: createSteps({ from, to }, unpack(answer.value)) } : answer;
  }

  return {
    async at(seq, use) {
      const stretches = stretchesOf(sittings());
      const place = stretches.findIndex(({ from, to }) => seq >= from && seq <= to);
      const before = stretches.find(({ from }) => seq === from - 1);
      const wanted = stretches[place] ?? before ?? { from: seq + 1, to: seq };
      const answer = await stretch(wanted);
      const older = stretches[place + 1];
      if (place >= 0 && older) void stretch(older); // whoever goes back finds it there
      return answer.ok ? { ok: true, value: use(answer.value.moveTo(seq)) } : answer;
    },
  };
}
