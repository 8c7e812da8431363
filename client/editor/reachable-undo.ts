/**
 * An undo puts letters back between neighbours that Yjs remembers; when these were themselves undone and put back, the
 * right one may stand before the left one by now, or be the same (yjs/yjs#794, open). Each replica then places such
 * letters by the order in which updates came, and two screens show different words for ever. So before a letter of one's
 * own goes in, its right neighbour has to stand somewhere after its left one; else it is whoever stands there now.
 */
import { Extension } from '@tiptap/core';
import * as Y from 'yjs';

export const ReachableUndo = Extension.create({
  name: 'reachableUndo',
  onBeforeCreate: placeBetweenNeighbours,
});

let isMended = false;

/** Once for the page: the method belongs to a class of the library, which offers no other place to stand in. */
function placeBetweenNeighbours(): void {
  if (isMended) return;
  isMended = true;
  const { integrate } = Y.Item.prototype;
  Y.Item.prototype.integrate = function (this: Y.Item, transaction: Y.Transaction, offset: number): void {
    // What others wrote is placed as they wrote it; what is typed has its neighbours side by side.
    if (transaction.local && offset === 0 && this.left && this.right && this.left.right !== this.right) {
      if (!standsAfter(this.right, this.left)) {
        this.right = this.left.right;
        this.rightOrigin = this.right === null ? null : this.right.id;
      }
    }
    integrate.call(this, transaction, offset);
  };
}

function standsAfter(item: Y.Item, earlier: Y.Item): boolean {
  for (let next = earlier.right; next !== null; next = next.right) if (next === item) return true;
  return false;
}
