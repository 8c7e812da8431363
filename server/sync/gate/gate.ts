/**
 * The gate: whether an update is sound, decided before anything is applied, because `Y.applyUpdate` is not atomic — a
 * bad update may throw half-way, leave structs pending for ever, or store what can't be loaded again. It protects
 * soundness, not permission: who may write is decided per document.
 */
import * as Y from 'yjs';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { GuestId, PersonId } from '../../../shared/ids.ts';
import type { ClientOwner } from '../log.ts';
import { createSurveyor } from './places.ts';
import { Refused, type RefusedReason } from './refused.ts';
import { type DecodedUpdate, decode, deletesAnything, walk } from './structure.ts';

export type { RefusedReason } from './refused.ts';

export type Verdict =
  /** Everything in it is in the document already. */
  | { readonly kind: 'nothing-new' }
  /** `update` may be applied and stored; `claims` are client ids that nobody wrote under before. */
  | { readonly kind: 'sound'; readonly update: Uint8Array; readonly claims: readonly number[] }
  /** It hangs on something we don't have: ask the page for all it has. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'unsound'; readonly reason: Exclude<RefusedReason, 'gap'> };

export type Against = {
  readonly doc: Y.Doc;
  readonly kind: DocumentKind;
  /** Undefined is nobody's yet. */
  readonly ownerOf: (clientId: number) => ClientOwner | undefined;
  /** Null is the server, which may write in anybody's name. */
  readonly writer: PersonId | GuestId | null;
  readonly mostBytes: number;
  /** The whole of a document: it has grown past what one update may bring. */
  readonly isStored?: boolean;
};

/** Looks at one update (v1 encoding) and changes nothing. Never throws, whatever the bytes are. */
export function examine(update: Uint8Array, against: Against): Verdict {
  if (isEmpty(update)) return { kind: 'nothing-new' };
  if (update.length > against.mostBytes) return { kind: 'unsound', reason: 'too-large' };
  try {
    return judge(update, against);
  } catch (error) {
    const reason = error instanceof Refused ? error.reason : 'undecodable'; // lib0 and Yjs throw all sorts at garbage
    return reason === 'gap' ? { kind: 'gap' } : { kind: 'unsound', reason };
  }
}

/** No structs and no deletions: what a page without news answers to sync step 1. */
export const isEmpty = (update: Uint8Array): boolean =>
  update.length === 2 && update[0] === 0 && update[1] === 0;

function judge(update: Uint8Array, { doc, kind, ownerOf, writer, isStored = false }: Against): Verdict {
  const decoded = decode(update, doc, isStored);
  for (const client of decoded.deletions.keys()) refuseRetired(ownerOf(client));
  const claims: number[] = [];
  let hasNews = false;
  for (const { client, hasNews: isNew } of decoded.sections.values()) {
    if (!isNew) continue;
    hasNews = true;
    const owner = ownerOf(client);
    refuseRetired(owner);
    if (owner === undefined) claims.push(client);
    else if (owner !== writer) throw new Refused('foreign-client');
  }
  // What is new stands under client ids of the writer's own, so whatever it says in a name must be said in hers.
  const surveyor = createSurveyor(doc, kind, decoded.sections, isStored ? undefined : (writer ?? undefined));
  walk(decoded, doc, surveyor.visit);
  if (!hasNews && !deletesAnything(decoded.deletions, doc)) return { kind: 'nothing-new' };
  return { kind: 'sound', update: withoutKnown(update, decoded, doc), claims };
}

/** It comes from a replica of before the document was rebuilt, and would bring back what was erased. */
function refuseRetired(owner: ClientOwner | undefined): void {
  if (owner === 'retired') throw new Refused('old-epoch');
}

/**
 * What is known already is cut off: Yjs ignores it now, but a copy that differs from ours could win when the stored rows
 * are merged later.
 */
function withoutKnown(update: Uint8Array, { sections }: DecodedUpdate, doc: Y.Doc): Uint8Array {
  const known = new Map<number, number>();
  for (const { client, structs } of sections.values()) {
    const state = Y.getState(doc.store, client);
    const first = structs[0];
    if (first !== undefined && first.id.clock < state) known.set(client, state);
  }
  return known.size === 0 ? update : Y.diffUpdate(update, Y.encodeStateVector(known));
}
