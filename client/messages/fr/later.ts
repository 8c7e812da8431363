/** Words that not every page needs, in French: an area's file is fetched when the first of its words is shown. */
import type { LoadLater } from '../it/later.ts';

export const later: LoadLater = {
  door: async () => (await import('./door.ts')).door,
  desks: async () => (await import('./desks.ts')).desks,
  happened: async () => (await import('./happened.ts')).happened,
};
