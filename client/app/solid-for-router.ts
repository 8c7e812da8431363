/**
 * What the router gets as `solid-js` (see vite.config.ts): Solid, with navigations that happen at once.
 *
 * Solid's transition keeps the former page until the next has come. It loses the next one when something of the former
 * page arrives meanwhile: whoever left a family while its plan was still coming kept her page under the desk's address
 * for ever. Here what was left is gone and the frame shows that the next page is on its way.
 */
import { batch, getOwner, runWithOwner } from 'solid-js';

// Everything else of Solid is as it was.
export * from 'solid-js';

/** In place of Solid's; as there, in a later turn, and what the caller owns it owns still. */
export async function startTransition(change: () => void): Promise<void> {
  const owner = getOwner();
  await undefined;
  runWithOwner(owner, () => batch(change));
}
