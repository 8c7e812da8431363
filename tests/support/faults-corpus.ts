/** Honest frames of every kind of message and document, and what chance makes of them. */
import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { newId, PersonId } from '../../shared/ids.ts';
import { MessageKind } from '../../shared/sync/protocol.ts';
import type { Random } from './faults-random.ts';
import { createTextPage, editAttendance, editMap, editThreads, type Step } from './sync-edits.ts';

const somebody = newId(PersonId);
const words = ['la', 'casa', 'è', 'يوم', '家人', 'fiducia', '👨‍👩‍👧', 'nido', 'x'.repeat(400)];

export const randomStep = (random: Random): Step => ({
  at: random.below(1_000),
  length: random.below(6),
  what: random.below(12),
  text: random.pick(words),
});

/** An honest editor of such a document. */
export function editorOf(kind: DocumentKind, doc: Y.Doc): (step: Step) => void {
  if (kind === 'network-map') return (step) => editMap(doc, step);
  if (kind === 'annotations') return (step) => editThreads(doc, somebody, step);
  const type = createTextPage(doc);
  if (kind !== 'minutes') return type;
  return (step) => (step.at % 3 === 0 ? editAttendance(doc, step) : type(step));
}

/** Messages as an honest page of a document of this kind sends them, each as it goes over the wire. */
export function honestFrames(kind: DocumentKind, random: Random, edits = 40): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = random.below(2 ** 32);
  const awareness = new Awareness(doc);
  const frames: Uint8Array[] = [syncFrame(0, Y.encodeStateVector(doc)), message(MessageKind.queryAwareness)];
  doc.on('update', (update: Uint8Array) => frames.push(syncFrame(2, update)));
  const edit = editorOf(kind, doc);
  for (let step = 0; step < edits; step++) {
    edit(randomStep(random));
    if (step % 5 !== 0) continue;
    awareness.setLocalState({ user: { name: 'Anna' }, cursor: { anchor: step, head: random.below(50) } });
    frames.push(message(MessageKind.awareness, encodeAwarenessUpdate(awareness, [doc.clientID])));
    frames.push(syncFrame(0, Y.encodeStateVector(doc)), syncFrame(1, Y.encodeStateAsUpdate(doc)));
  }
  frames.push(message(MessageKind.ack, new Uint8Array([3])), message(MessageKind.auth, new Uint8Array([0])));
  awareness.destroy();
  return frames;
}

export const syncFrame = (kind: number, bytes: Uint8Array): Uint8Array =>
  written((encoder) => {
    encoding.writeVarUint(encoder, MessageKind.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });

const message = (kind: number, bytes?: Uint8Array): Uint8Array =>
  written((encoder) => {
    encoding.writeVarUint(encoder, kind);
    if (bytes !== undefined) encoding.writeVarUint8Array(encoder, bytes);
  });

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** Numbers at which decoders go wrong. */
const extremes = [0, 1, 63, 64, 127, 128, 2 ** 14, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 53 - 1];

const varUint = (value: number): Uint8Array => written((encoder) => encoding.writeVarUint(encoder, value));

function splice(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
}

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const flipBits: Mutation = (bytes, random) => {
  const flipped = bytes.slice();
  for (let count = random.between(1, 8); count > 0; count--) {
    const at = random.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
  }
  return flipped;
};

const mutations: Readonly<Record<string, Mutation>> = {
  honest: (bytes) => bytes,
  truncated: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'bit-flipped': flipBits,
  /** Past the envelope, so that it is read as what it says it is. */
  'bit-flipped inside': (bytes, random) => {
    const envelope = Math.min(4, bytes.length - 1);
    return splice(bytes, envelope, bytes.length, flipBits(bytes.slice(envelope), random, bytes));
  },
  'with an extreme number': (bytes, random) =>
    splice(bytes, random.below(bytes.length), random.below(3), varUint(random.pick(extremes))),
  'with bytes inserted': (bytes, random) =>
    splice(bytes, random.below(bytes.length), 0, random.bytes(random.between(1, 9))),
  'with bytes removed': (bytes, random) =>
    splice(bytes, random.below(bytes.length), Math.min(random.between(1, 9), bytes.length), new Uint8Array()),
  'with a part doubled': (bytes, random) => {
    const at = random.below(bytes.length);
    return splice(bytes, at, 0, bytes.slice(at, at + random.between(1, 30)));
  },
  'as another kind': (bytes, random) => splice(bytes, random.below(2), 1, varUint(random.below(9))),
  'with the end of another': (bytes, random, other) => {
    const at = random.below(bytes.length);
    return splice(bytes, at, bytes.length, other.slice(random.below(other.length)));
  },
  'an update around random bytes': (_bytes, random) =>
    syncFrame(random.between(0, 2), random.bytes(random.below(200))),
  random: (_bytes, random) => random.bytes(random.below(200)),
  'a large one': (bytes, random) =>
    random.chance(0.02) ? syncFrame(2, random.bytes(random.between(200_000, 400_000))) : bytes,
};
const names = Object.keys(mutations);

/** One frame for the server to survive. */
export function mutated(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  const bytes = random.pick(corpus);
  const mutate = mutations[random.pick(names)];
  return mutate === undefined || bytes.length === 0 ? bytes : mutate(bytes, random, random.pick(corpus));
}
