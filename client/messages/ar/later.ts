/** Words that not every page needs, in Arabic: an area's file is fetched when the first of its words is shown. */
import type { LoadLater } from '../it/later.ts';

export const later: LoadLater = {
  happened: async () => (await import('./happened.ts')).happened,
  numbers: async () => (await import('./numbers.ts')).numbers,
  data: async () => (await import('./data.ts')).data,
  charge: async () => (await import('./charge.ts')).charge,
  territory: async () => (await import('./territory.ts')).territory,
};
