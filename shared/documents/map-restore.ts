/** Bringing places and ties of an earlier map back into the live one, as a change like any other. */
import type * as Y from 'yjs';
import type { MapPicture } from './map-picture.ts';
import {
  addNode,
  addTie,
  changeFields,
  type MapNode,
  type MapTie,
  mapNodes,
  mapTies,
  removeNode,
  removeTie,
} from './network-map.ts';

/** Keys of places and ties. */
export type MapParts = { readonly nodes: readonly string[]; readonly ties: readonly string[] };

/** What differs between the live map and an earlier one, field by field: what bringing back could change. */
export function partsThatDiffer(live: MapPicture, then: MapPicture): MapParts {
  const differing = (now: Readonly<Record<string, object>>, old: Readonly<Record<string, object>>) =>
    [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
      (key) => !isSame(now[key], old[key]) && !isMemberThatCame(now[key], old[key]),
    );
  return { nodes: differing(live.nodes, then.nodes), ties: differing(live.ties, then.ties) };
}

const isSame = (one: object | undefined, other: object | undefined): boolean =>
  one !== undefined && other !== undefined && Object.keys(changeTo(one, other)).length === 0;

/** Members are in the family, whatever the map said before they were. */
const isMemberThatCame = (now: object | undefined, old: object | undefined): boolean =>
  old === undefined && now !== undefined && 'kind' in now && now.kind === 'member';

/**
 * Makes the chosen places and ties what they were. Only the fields that differ are written, so that two people may change
 * one tie at the same moment; a tie that comes back brings the places at its ends; members stay.
 */
export function restoreInMap(doc: Y.Doc, then: MapPicture, { nodes, ties }: MapParts, origin: unknown): void {
  doc.transact(() => {
    for (const key of nodes) restorePlace(doc, key, then.nodes[key]);
    for (const key of ties) restoreTie(doc, key, then);
  }, origin);
}

function restorePlace(doc: Y.Doc, key: string, was: MapNode | undefined): void {
  const live = mapNodes(doc).get(key);
  if (was === undefined) {
    if (live !== undefined && live.get('kind') !== 'member') removeNode(doc, key);
  } else if (live === undefined) addNode(doc, key, was);
  else changeFields(live, changeTo(live.toJSON(), was));
}

function restoreTie(doc: Y.Doc, key: string, then: MapPicture): void {
  const was = then.ties[key];
  if (was === undefined) {
    removeTie(doc, key);
    return;
  }
  for (const end of [was.source, was.target]) {
    if (!mapNodes(doc).has(end)) restorePlace(doc, end, then.nodes[end]);
  }
  const live = mapTies(doc).get(key);
  if (live === undefined) addTie(doc, key, was);
  else changeFields(live, changeTo(live.toJSON(), was));
}

/** The fields of `now` that have to be other ones, `undefined` for those that go. */
function changeTo(now: object, wanted: object): Partial<MapNode> & Partial<MapTie> {
  const [has, gets] = [new Map(Object.entries(now)), new Map(Object.entries(wanted))];
  const fields = [...new Set([...has.keys(), ...gets.keys()])];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(has.get(field)) !== JSON.stringify(gets.get(field)))
      .map((field) => [field, gets.get(field)]),
  );
}
