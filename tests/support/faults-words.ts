/** What people write in proofs, and who they are: many scripts, and signs made of several others. */
import { newId, PersonId } from '../../shared/ids.ts';
import type { Random } from './faults-random.ts';

/** Somebody's tab: one act more. */
export type Actor = { act(random: Random): void; destroy(): void };

export const people = Array.from({ length: 5 }, () => newId(PersonId));

export const words = [
  'casa',
  ' nido',
  ' e la nonna',
  'يوم جديد',
  '家人一起',
  'স্বাস্থ্য',
  '👨‍👩‍👧',
  '👩‍👧',
  'a',
  ' ',
  'Élodie',
  'https://example.org ',
];
