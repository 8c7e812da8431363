/**
 * How alike two descriptions of a family are (D8). Names are compared after taking away what differs between the ways
 * Arabic, Bengali, Spanish, Ukrainian and West African names are spelled by Italian, French and English ears.
 */
import { type Day, daysBetween } from '../dates.ts';
import type { Comparison, Identity, Likeness } from './duplicates.ts';

/** Articles and forms of kinship that some senders write and others leave out. */
const particles = new Set([
  'el',
  'al',
  'ul',
  'l',
  'ben',
  'bin',
  'ibn',
  'bint',
  'ould',
  'ait',
  'abd',
  'abu',
  'bou',
  'de',
  'di',
  'da',
  'del',
  'la',
  'dos',
]);

/** In this order: what two spellings of one sound become. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch|sc(?=[ei])|š|ş/g, 's'],
  [/kh|gh|q|ck|c(?=[aouhklrt]|$)|x/g, 'k'],
  [/c/g, 's'],
  [/dj|j|g(?=[eiy])/g, 'g'],
  [/ph/g, 'f'],
  [/ou|oo|w|o/g, 'u'],
  [/ee|ey|ay|ai|ei|ie|y|j/g, 'i'],
  [/e/g, 'i'],
  [/th|dh/g, 'd'],
  [/t/g, 'd'],
  [/z/g, 's'],
  [/v|p/g, 'b'],
  [/h/g, ''],
];

/** The words of a name as they sound, without particles, sorted: `El-Khadiri, Fatima` and `Fatma Lkadiri` come near. */
export function soundsOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !particles.has(word));
  return words
    .map((word) => {
      const joined = word.replace(/^(el|al)(?=[^aeiou])|^ben(?=\p{L}{3})/u, '');
      return sounds
        .reduce((text, [sound, letter]) => text.replace(sound, letter), joined)
        .replace(/(.)\1+/g, '$1');
    })
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

/** Trigrams as pg_trgm counts them: two spaces before each word, one after. */
function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

function shared(a: string, b: string): number {
  const [left, right] = [trigramsOf(a), trigramsOf(b)];
  const common = [...left].filter((trigram) => right.has(trigram)).length;
  return (2 * common) / (left.size + right.size);
}

/** 0 to 1. A name of one word is compared with the nearest word of the other, and counts a little less. */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [soundsOf(a), soundsOf(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const whole = shared(left, right);
  const [few, many] = [left.split(' '), right.split(' ')].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ]; // two lists in, two out
  if (few.length === many.length) return whole;
  const best = few.map((word) => Math.max(...many.map((other) => shared(word, other))));
  const nearest = (0.85 * best.reduce((sum, each) => sum + each, 0)) / best.length;
  return Math.max(whole, nearest);
}

/** Digits without the prefix of a country or a trunk: the last nine tell one line from another. */
const lineOf = (phone: string): string => phone.replace(/\D/g, '').slice(-9);
const fewestDigits = 6;

function likenessOfPhones(a: string | null, b: string | null): Likeness {
  if (a === null || b === null) return 'unknown';
  const [left, right] = [lineOf(a), lineOf(b)];
  if (left.length < fewestDigits || right.length < fewestDigits) return 'unknown';
  return left.endsWith(right) || right.endsWith(left) ? 'same' : 'different';
}

/** Near: day and month exchanged, one part misheard, or within some weeks, as an age told in years comes out. */
function likenessOfBirths(a: Day | null, b: Day | null, nearDays: number): Likeness {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  const [left, right] = [a.split('-'), b.split('-')];
  const exchanged = left[0] === right[0] && left[1] === right[2] && left[2] === right[1];
  const partsAlike = left.filter((part, index) => part === right[index]).length;
  const near = exchanged || partsAlike === 2 || Math.abs(daysBetween(a, b)) <= nearDays;
  return near ? 'near' : 'different';
}

function likenessOfChildren(a: readonly Day[], b: readonly Day[]): Likeness {
  if (a.length === 0 || b.length === 0) return 'unknown';
  const pairs = a.flatMap((left) => b.map((right) => likenessOfBirths(left, right, 14)));
  return pairs.includes('same') ? 'same' : pairs.includes('near') ? 'near' : 'different';
}

function likenessOfNames(alike: number, a: Identity, b: Identity): Likeness {
  if (a.name === null || b.name === null) return 'unknown';
  if (alike >= 0.95) return 'same';
  return alike >= 0.5 ? 'near' : 'different';
}

const dueNearDays = 21;
const birthNearDays = 62;

const worth: Readonly<Record<Exclude<keyof Comparison, 'name'>, Partial<Record<Likeness, number>>>> = {
  birth: { same: 35, near: 20, different: -25 },
  phone: { same: 45, different: -5 },
  dueDate: { same: 20, near: 15, different: -20 },
  children: { same: 25, near: 10, different: -10 },
  language: { same: 3 },
};

/** Below this many points nobody is troubled with it. */
export const leastScore = 40;

/** Field by field, with the points it comes to: 0 to 100. Without a like name or the same phone it comes to nothing. */
export function compare(a: Identity, b: Identity): { comparison: Comparison; score: number } {
  const alike = a.name === null || b.name === null ? 0 : nameLikeness(a.name, b.name);
  const comparison: Comparison = {
    name: likenessOfNames(alike, a, b),
    birth: likenessOfBirths(a.birth, b.birth, birthNearDays),
    phone: likenessOfPhones(a.phone, b.phone),
    dueDate: likenessOfBirths(a.dueDate, b.dueDate, dueNearDays),
    children: likenessOfChildren(a.childBirths, b.childBirths),
    language: likenessOfLanguages(a, b),
  };
  if (alike < 0.5 && comparison.phone !== 'same') return { comparison, score: 0 };
  const { name: _, ...others } = comparison;
  const points = Object.entries(others).reduce(
    (sum, [field, likeness]) => sum + (worth[field as keyof typeof worth][likeness] ?? 0), // entries of these very keys
    alike >= 0.5 ? 45 * alike : 0,
  );
  return { comparison, score: Math.max(0, Math.min(100, Math.round(points))) };
}

function likenessOfLanguages(a: Identity, b: Identity): Likeness {
  if (a.languages.length === 0 || b.languages.length === 0) return 'unknown';
  return a.languages.some((language) => b.languages.includes(language)) ? 'same' : 'different';
}
