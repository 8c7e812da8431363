/**
 * Where each new struct of an update stands: in which shared type, under which key, how deep. An item says so only when
 * it has no neighbour; otherwise it stands where its neighbour stands, in the document or in the same update.
 */
import * as Y from 'yjs';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import { Limits } from '../../../shared/sync/protocol.ts';
import { Refused } from './refused.ts';
import { type Bringer, isPlainKey, type Rule, rulesOfRoots } from './rules.ts';
import { endOf, type Section } from './structure.ts';

/** A shared type that things may be put into. */
export type Slot = { readonly rule: Rule; readonly depth: number };

/** `gone`: what it stood in was deleted and collected; Yjs will keep only its length. */
type Place = { readonly slot: Slot; readonly key: string | null } | 'gone';

/** The slots of types that are in a document already; they never move. */
const slots = new WeakMap<object, Slot>();

export type Surveyor = {
  /** Checks where the struct stands and what it brings, and remembers both. Throws `Refused`. */
  visit(struct: Y.Item | Y.GC, section: Section): void;
};

/** One for each update. */
export function createSurveyor(
  doc: Y.Doc,
  kind: DocumentKind,
  sections: ReadonlyMap<number, Section>,
  by: Bringer,
): Surveyor {
  const placeByStruct = new Map<Y.Item | Y.GC, Place>();
  const slotByItem = new Map<Y.Item, Slot>();

  const find = (id: Y.ID): Y.Item | Y.GC | undefined =>
    id.clock < Y.getState(doc.store, id.client)
      ? Y.getItem(doc.store, id) // typed Item, and a GC where it was collected
      : findStruct(sections.get(id.client), id.clock);

  function placeBeside(id: Y.ID | null): Place | undefined {
    if (id === null) return undefined;
    const neighbour = find(id);
    if (neighbour === undefined) throw new Refused('gap');
    const known = placeByStruct.get(neighbour);
    if (known !== undefined) return known;
    if (!(neighbour instanceof Y.Item) || !(neighbour.parent instanceof Y.AbstractType)) return 'gone';
    return { slot: slotOf(neighbour.parent, doc, kind), key: neighbour.parentSub };
  }

  function placeInside(parent: Y.ID, key: string | null): Place {
    const item = find(parent);
    if (item === undefined) throw new Refused('gap');
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return 'gone';
    const fresh = slotByItem.get(item);
    if (fresh !== undefined) return { slot: fresh, key };
    if (placeByStruct.get(item) === 'gone') return 'gone';
    if (!(item.content instanceof Y.ContentType)) throw new Refused('wrong-place');
    return { slot: slotOf(item.content.type, doc, kind), key };
  }

  function placeOf(item: Y.Item): Place {
    const parent: unknown = item.parent; // decoded, not yet integrated: a root's name, an id, or null
    if (typeof parent === 'string') return { slot: slotOfRoot(parent, kind), key: item.parentSub };
    if (parent instanceof Y.ID) return placeInside(parent, item.parentSub);
    const left = placeBeside(item.origin);
    const right = placeBeside(item.rightOrigin);
    const place = left ?? right;
    if (place === undefined) throw new Refused('wrong-place');
    if (left === 'gone' || right === 'gone') return 'gone';
    if (left !== undefined && right !== undefined && (left.slot !== right.slot || left.key !== right.key)) {
      throw new Refused('wrong-place');
    }
    return place;
  }

  return {
    visit(struct) {
      if (!(struct instanceof Y.Item)) return;
      const place = placeOf(struct);
      placeByStruct.set(struct, place);
      if (place === 'gone') return;
      const inside = slotInside(place, struct.content, by);
      if (inside !== undefined) slotByItem.set(struct, inside);
    },
  };
}

/** The slot that the content opens, if it is a shared type. Throws `Refused` if it may not stand there. */
function slotInside(
  { slot, key }: Exclude<Place, 'gone'>,
  content: Y.Item['content'],
  by: Bringer,
): Slot | undefined {
  if (key !== null && !isPlainKey(key)) throw new Refused('unknown-name');
  if (content instanceof Y.ContentDeleted) return undefined;
  const admission = key === null ? slot.rule.inSequence(content, by) : slot.rule.underKey(key, content, by);
  if (admission === 'foreign') throw new Refused('foreign-author');
  if (admission === undefined) throw new Refused('unknown-content');
  if (admission === 'value') return undefined;
  return deeper(slot, admission);
}

function deeper(slot: Slot, rule: Rule): Slot {
  if (slot.depth >= Limits.depth) throw new Refused('too-deep');
  return { rule, depth: slot.depth + 1 };
}

const rootSlots = new Map<Rule, Slot>();

function slotOfRoot(name: string, kind: DocumentKind): Slot {
  const rule = rulesOfRoots[kind].get(name);
  if (rule === undefined) throw new Refused('unknown-root');
  const known = rootSlots.get(rule);
  if (known !== undefined) return known;
  const slot = { rule, depth: 0 };
  rootSlots.set(rule, slot);
  return slot;
}

function slotOf(type: Y.AbstractType<unknown>, doc: Y.Doc, kind: DocumentKind): Slot {
  const known = slots.get(type);
  if (known !== undefined) return known;
  const item = type._item;
  const slot =
    item === null
      ? slotOfRoot(Y.findRootTypeKey(type), kind)
      : slotInside(
          { slot: slotOf(item.parent as Y.AbstractType<unknown>, doc, kind), key: item.parentSub },
          item.content,
          undefined,
        ); // an integrated item's parent is a type
  if (slot === undefined) throw new Refused('wrong-place');
  slots.set(type, slot);
  return slot;
}

function findStruct(section: Section | undefined, clock: number): Y.Item | Y.GC | undefined {
  if (section === undefined) return undefined;
  let [low, high] = [0, section.structs.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const struct = section.structs[middle];
    if (struct === undefined || struct instanceof Y.Skip) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= endOf(struct)) low = middle + 1;
    else return struct;
  }
  return undefined;
}
