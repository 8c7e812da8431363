/**
 * What may stand where, per kind of document: the schema of shared/documents as rules over Yjs contents. A rule belongs
 * to one shared type; it is asked for each thing put into it.
 */
import * as Y from 'yjs';
import { z } from 'zod';
import { Reply, Resolution, SuggestionOutcome, Thread } from '../../../shared/documents/annotations.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import { rootsOf } from '../../../shared/documents/kinds.ts';
import { Attendance } from '../../../shared/documents/minutes.ts';
import { MapNode, MapTie } from '../../../shared/documents/network-map.ts';
import { markAttributes, nodeAttributes } from '../../../shared/documents/rich-text.ts';
import type { GuestId, PersonId } from '../../../shared/ids.ts';

type Content = Y.Item['content'];

/**
 * `value` holds nothing further; a rule is for the shared type that the content brings; `foreign` speaks in another
 * person's name; undefined is not admitted.
 */
export type Admission = Rule | 'value' | 'foreign' | undefined;

/** Who brings it; undefined where it stands in the document already, or the server writes. */
export type Bringer = PersonId | GuestId | undefined;

export type Rule = {
  readonly inSequence: (content: Content, by: Bringer) => Admission;
  readonly underKey: (key: string, content: Content, by: Bringer) => Admission;
};

const nothing = (): Admission => undefined;

/** Longer keys are nobody's; these would reach into JavaScript's own objects. */
export const isPlainKey = (key: string): boolean =>
  key.length > 0 && key.length <= 80 && key !== '__proto__' && key !== 'constructor' && key !== 'prototype';

// Rich text

const embeddedText: Rule = {
  inSequence: (content) => {
    if (content instanceof Y.ContentString) return 'value';
    return content instanceof Y.ContentFormat && isMark(content.key, content.value) ? 'value' : undefined;
  },
  underKey: nothing,
};

const elements = new Map<string, Rule>(
  Object.entries(nodeAttributes).map(([name, { shape }]) => [
    name,
    {
      inSequence: (content) => (isNew(content, Y.XmlText) ? embeddedText : elementIn(content)),
      underKey: (key, content) => valueUnder(shape, key, content),
    },
  ]),
);

const fragment: Rule = { inSequence: elementIn, underKey: nothing };

function elementIn(content: Content): Admission {
  return isNew(content, Y.XmlElement) ? elements.get(content.type.nodeName) : undefined;
}

/** y-tiptap tells overlapping marks of one name apart by a hash behind two hyphens. */
const overlappingMark = /^(.*)--[a-zA-Z0-9+/=]{8}$/;

/** A mark begins with its attributes and ends with null. */
function isMark(key: string, value: unknown): boolean {
  const name = overlappingMark.exec(key)?.[1] ?? key;
  const schema = Object.hasOwn(markAttributes, name)
    ? markAttributes[name as keyof typeof markAttributes] // hasOwn just said so
    : undefined;
  if (schema === undefined) return false;
  // Marks without attributes are written `true` by editors other than ours.
  return value === null || (value === true && Object.keys(schema.shape).length === 0) || fits(schema, value);
}

// Maps

const plainText: Rule = {
  inSequence: (content) => (content instanceof Y.ContentString ? 'value' : undefined),
  underKey: nothing,
};

const replies: Rule = {
  inSequence: (content, by) => {
    if (!(content instanceof Y.ContentAny)) return undefined;
    const read = content.arr.map((value) => (isPlain(value) ? Reply.safeParse(value).data : undefined));
    if (read.includes(undefined)) return undefined;
    return read.every((reply) => isOwn(reply?.author, by)) ? 'value' : 'foreign';
  },
  underKey: nothing,
};

const isOwn = (author: unknown, by: Bringer): boolean => by === undefined || author === by;

/** Whose name a field of a thread carries: under these keys nobody writes but that person. */
const namedIn: Readonly<Record<string, (value: unknown) => unknown>> = {
  author: (value) => value,
  resolved: (value) => Resolution.parse(value).by,
  outcome: (value) => SuggestionOutcome.parse(value).by,
};

const { text: _text, replies: _replies, ...threadFields } = Thread.shape;

const thread: Rule = {
  inSequence: nothing,
  underKey: (key, content, by) => {
    if (key === 'text') return isNew(content, Y.Text) ? plainText : undefined;
    if (key === 'replies') return isNew(content, Y.Array) ? replies : undefined;
    const admission = valueUnder(threadFields, key, content);
    const named = Object.hasOwn(namedIn, key) ? namedIn[key] : undefined;
    if (admission === undefined || named === undefined || !isValue(content)) return admission;
    return content.arr.every((value) => isOwn(named(value), by)) ? admission : 'foreign';
  },
};

const record = (shape: z.ZodRawShape): Rule => ({
  inSequence: nothing,
  underKey: (key, content) => valueUnder(shape, key, content),
});

const mapOf = (entry: Rule): Rule => ({
  inSequence: nothing,
  underKey: (_key, content) => (isNew(content, Y.Map) ? entry : undefined),
});

const mapOfValues = (schema: z.ZodType): Rule => ({
  inSequence: nothing,
  underKey: (_key, content) =>
    isValue(content) && content.arr.every((value) => fits(schema, value)) ? 'value' : undefined,
});

function buildRoots(): Record<DocumentKind, ReadonlyMap<string, Rule>> {
  const rules: Record<string, () => Rule> = {
    content: () => fragment,
    threads: () => mapOf(thread),
    nodes: () => mapOf(record(MapNode.shape)),
    ties: () => mapOf(record(MapTie.shape)),
    attendance: () => mapOfValues(Attendance),
  };
  const rootsByKind = Object.entries(rootsOf).map(([kind, roots]) => {
    const named = Object.keys(roots).map((name) => {
      const rule = rules[name];
      if (rule === undefined) throw new Error(`the gate has no rule for the root ${name}`);
      return [name, rule()] as const;
    });
    return [kind, new Map(named)] as const;
  });
  // rootsOf has every kind, which Object.entries can't tell.
  return Object.fromEntries(rootsByKind) as unknown as Record<DocumentKind, ReadonlyMap<string, Rule>>;
}

// Values

function valueUnder(shape: z.ZodRawShape, key: string, content: Content): Admission {
  if (!isValue(content)) return undefined;
  const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
  return schema !== undefined && content.arr.every((value) => fits(schema, value)) ? 'value' : undefined;
}

/** Usually one. Values that replaced each other while a page was away arrive joined: the last one counts, Yjs deletes the others. */
const isValue = (content: Content): content is Y.ContentAny =>
  content instanceof Y.ContentAny && content.arr.length > 0;

const fits = (schema: z.core.$ZodType, value: unknown): boolean =>
  isPlain(value) && z.safeParse(schema, value).success;

/** JSON made of plain objects: lib0's decoder would let a `__proto__` key set a prototype. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** Whether the content brings a shared type of exactly this class: XmlHook extends Map, XmlText extends Text. */
function isNew<T extends object>(
  content: Content,
  type: abstract new (...args: never[]) => T,
): content is Y.ContentType & { type: T } {
  return content instanceof Y.ContentType && content.type.constructor === type;
}

/** The rules of a kind's roots by name. */
export const rulesOfRoots: Readonly<Record<DocumentKind, ReadonlyMap<string, Rule>>> = buildRoots();
