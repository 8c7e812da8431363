/** Calling a colleague in an annotation: `@` and their name stand in the words, their id beside them. */
import type { PersonId } from '../../../shared/ids.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';

const mostMentions = 20;

/** Whom the words call, in the order of the team. */
export const calledIn = (text: string, people: readonly PersonBrief[]): PersonId[] =>
  people
    .filter(({ name }) => text.includes(`@${name}`))
    .map(({ id }) => id)
    .slice(0, mostMentions);

/** The name that is being written before a caret: from its `@`, which begins a word. */
export type Calling = { readonly from: number; readonly typed: string };

export function callingAt(text: string, caret: number): Calling | undefined {
  const found = /(?:^|[\s(«"'’])@([\p{L}\p{M}’' -]{0,30})$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed };
}

const folded = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const mostOffered = 6;

/** Whose name, or a part of it, begins so. Once a name stands whole there is nothing to offer. */
export function offeredFor({ typed }: Calling, people: readonly PersonBrief[]): readonly PersonBrief[] {
  const wanted = folded(typed);
  if (wanted.endsWith(' ') && people.some(({ name }) => wanted.startsWith(folded(name)))) return [];
  return people
    .filter(({ name }) => [name, ...name.split(' ')].some((part) => folded(part).startsWith(wanted)))
    .slice(0, mostOffered);
}
