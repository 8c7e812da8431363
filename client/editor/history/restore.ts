/**
 * Bringing back how blocks stood, as a change like any other: the smallest one that makes the live blocks say it again.
 * What others write meanwhile in other blocks stays, and so do carets and annotations where words stay. What stands for
 * a record is never doubled: a goal that was set elsewhere keeps its place and gets its words back there.
 */
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { textOf } from '../../../shared/documents/rich-text.ts';
import { keyOf, recordOf } from './lines.ts';
import { isAlike, type Matchable, matchBlocks } from './matching.ts';
import { differenceOf, wordsAndSpaces } from './word-difference.ts';

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;
type Parent = Y.XmlFragment | Y.XmlElement;

/** Which outermost blocks are brought back: keys of the old text's and of the live one's. */
export type Chosen = { readonly old: ReadonlySet<string>; readonly live: ReadonlySet<string> } | 'all';

/** What names a record or says what became of it isn't brought back: it is as it is now. */
const keptAttributes: ReadonlySet<string> = new Set(['goalId', 'decisionId', 'taskId', 'right', 'agenda']);

/**
 * Makes the chosen blocks of `live` say what they say in `old`, a replica of the same document at an earlier moment. One
 * transaction in the name of the editor, so that it is one step of its undo.
 */
export function restoreBlocks(live: Y.XmlFragment, old: Y.XmlFragment, chosen: Chosen): void {
  live.doc?.transact(() => {
    const isChosen = (key: string, side: 'old' | 'live') => chosen === 'all' || chosen[side].has(key);
    restoreChildren(live, old, isChosen, live);
  }, ySyncPluginKey);
}

type IsChosen = (key: string, side: 'old' | 'live') => boolean;
const everything: IsChosen = () => true;

function restoreChildren(live: Parent, old: Parent, isChosen: IsChosen, root: Y.XmlFragment): void {
  const [then, now] = [childrenOf(old), childrenOf(live)];
  const pairs = matchBlocks(now.map(described), then.map(described), alikeIn(live));
  const stays = new Set<Node>();
  const partner = new Map<Node, Node>();
  then.forEach((node, at) => {
    const found = now[pairs.get(at) ?? -1];
    if (!found) return;
    partner.set(node, found);
    stays.add(found);
  });
  for (const node of now) {
    if (!stays.has(node) && isChosen(keyOf(node), 'live')) live.delete(placeOf(live, node), 1);
  }
  then.forEach((node, at) => {
    const found = partner.get(node);
    if (!isChosen(keyOf(node), 'old') && !(found && isChosen(keyOf(found), 'live'))) return;
    if (found && isSameKind(found, node)) {
      restoreNode(found, node, root);
      return;
    }
    const place = found ? placeOf(live, found) : placeFor(live, then, at, partner);
    const kept = found instanceof Y.XmlElement ? attributesToKeep(found) : {};
    if (found) live.delete(place, 1);
    const copy = insertCopy(live, place, node, root, kept);
    if (copy) partner.set(node, copy);
  });
}

/** Within a line the words are one text whatever became of them; blocks are the same one when their words nearly are. */
const alikeIn = (parent: Parent) =>
  parent instanceof Y.XmlElement && parent.toArray().every((node) => !isBlock(node))
    ? (one: Matchable, other: Matchable) => one.kind === 'text' && other.kind === 'text'
    : isAlike;

const isBlock = (node: Node): boolean =>
  node instanceof Y.XmlElement && node.nodeName !== 'chip' && node.nodeName !== 'hardBreak';

const childrenOf = (parent: Parent): Node[] => parent.toArray();

const described = (node: Node): Matchable => ({
  key: keyOf(node),
  kind: node instanceof Y.XmlElement ? node.nodeName : 'text',
  record: node instanceof Y.XmlElement ? recordOf(node) : undefined,
  text: textOf(node),
});

const isSameKind = (one: Node, other: Node): boolean => described(one).kind === described(other).kind;

const placeOf = (parent: Parent, node: Node): number => childrenOf(parent).indexOf(node);

/** Right after the nearest earlier sibling that stands in the live text, else right before the nearest later one. */
function placeFor(live: Parent, then: readonly Node[], at: number, partner: ReadonlyMap<Node, Node>): number {
  const liveAt = (index: number): number => {
    const sibling = then[index];
    const found = sibling && partner.get(sibling);
    return found ? placeOf(live, found) : -1;
  };
  for (let index = at - 1; index >= 0; index--) if (liveAt(index) >= 0) return liveAt(index) + 1;
  for (let index = at + 1; index < then.length; index++) if (liveAt(index) >= 0) return liveAt(index);
  return live.length;
}

function restoreNode(live: Node, old: Node, root: Y.XmlFragment): void {
  if (live instanceof Y.XmlText && old instanceof Y.XmlText) restoreText(live, old);
  if (!(live instanceof Y.XmlElement) || !(old instanceof Y.XmlElement)) return;
  const [now, then] = [attributesOf(live), attributesOf(old)];
  for (const name of new Set([...Object.keys(now), ...Object.keys(then)])) {
    if (keptAttributes.has(name) || JSON.stringify(now[name]) === JSON.stringify(then[name])) continue;
    if (then[name] === undefined) live.removeAttribute(name);
    else setAttribute(live, name, then[name]);
  }
  restoreChildren(live, old, everything, root);
}

const attributesOf = (block: Y.XmlElement): Record<string, unknown> => block.getAttributes();

const attributesToKeep = (block: Y.XmlElement): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributesOf(block)).filter(([name]) => keptAttributes.has(name)));

/** Yjs types attributes as strings and stores any JSON value, as editors do (a heading's level is a number). */
const setAttribute = (block: Y.XmlElement, name: string, value: unknown): void =>
  (block as Y.XmlElement<Record<string, string | number>>).setAttribute(name, value as string | number);

/** Undefined when it, or all that is in it, stands in the live text already. */
function insertCopy(
  parent: Parent,
  place: number,
  node: Node,
  root: Y.XmlFragment,
  kept: Readonly<Record<string, unknown>> = {},
): Node | undefined {
  if (node instanceof Y.XmlText) {
    const copy = new Y.XmlText();
    parent.insert(place, [copy]);
    copy.applyDelta(node.toDelta());
    return copy;
  }
  if (!(node instanceof Y.XmlElement)) return undefined;
  const record = recordOf(node);
  if (record !== undefined && standsIn(root, record)) return undefined;
  const copy = new Y.XmlElement(node.nodeName);
  parent.insert(place, [copy]);
  for (const [name, value] of Object.entries({ ...attributesOf(node), ...kept })) {
    if (value !== undefined && value !== null) setAttribute(copy, name, value);
  }
  for (const child of childrenOf(node)) insertCopy(copy, copy.length, child, root);
  return copy;
}

function standsIn(root: Y.XmlFragment, record: string): boolean {
  for (const block of root.createTreeWalker((node) => node instanceof Y.XmlElement)) {
    if (block instanceof Y.XmlElement && recordOf(block) === record) return true;
  }
  return false;
}

type Styled = { readonly text: string; readonly look: Readonly<Record<string, unknown>> };

/** Words that are in both stay as they are, letter by letter: whatever hangs on them does too. */
function restoreText(live: Y.XmlText, old: Y.XmlText): void {
  const [now, then] = [styledWords(live), styledWords(old)];
  let at = 0;
  for (const { kind, parts } of differenceOf(now, then, (one, other) => one.text === other.text)) {
    for (const { text, look } of parts) {
      if (kind === 'removed') live.delete(at, text.length);
      if (kind === 'added') live.insert(at, text, { ...look });
      if (kind !== 'removed') at += text.length;
    }
  }
  restoreLooks(live, then);
}

/** Both say the same by now: what looks different is dressed as it was, stretch by stretch. */
function restoreLooks(live: Y.XmlText, then: readonly Styled[]): void {
  const looks = styledWords(live).flatMap(({ text, look }) =>
    Array.from({ length: text.length }, () => look),
  );
  let at = 0;
  for (const { text, look } of then) {
    for (let end = at + text.length, from = at; from < end; from = at) {
      const has = looks[from] ?? {};
      while (at < end && looks[at] === looks[from]) at++;
      const change = lookChange(has, look);
      if (change) live.format(from, at - from, change);
    }
  }
}

function lookChange(has: Styled['look'], wanted: Styled['look']): Record<string, unknown> | undefined {
  const names = new Set([...Object.keys(has), ...Object.keys(wanted)]);
  const differing = [...names].filter((name) => JSON.stringify(has[name]) !== JSON.stringify(wanted[name]));
  if (differing.length === 0) return undefined;
  return Object.fromEntries(differing.map((name) => [name, wanted[name] ?? null]));
}

function styledWords(text: Y.XmlText): Styled[] {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta(); // typed `any`
  return delta.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string'
      ? wordsAndSpaces(insert).map((word) => ({ text: word, look: attributes }))
      : [],
  );
}
