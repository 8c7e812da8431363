/** What a suggestion changes, word by word: as it is shown in the text and on its card. */

import { comparePieces } from '../../../shared/records/line-diff.ts';

export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Words and the white space between them. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** Texts longer than this are shown as one piece taken out and one set in. */
const mostWords = 600;

/** The longest common subsequence of words; neighbouring pieces of one kind are one piece. */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > mostWords || now.length > mostWords) return joined([gone(before), fresh(after)]);
  return joined(
    comparePieces(old, now).map(({ kind, text }) =>
      kind === 'removed' ? gone(text) : kind === 'added' ? fresh(text) : { kind, text },
    ),
  );
}

const gone = (text: string): Piece => ({ kind: 'gone', text });
const fresh = (text: string): Piece => ({ kind: 'new', text });

/** Within a run of changes what goes stands first; white space alone between two changes goes with them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let [goes, comes] = ['', ''];
  const close = () => {
    // White space that ends both stays as it is.
    const shared = goes && comes ? (/\s*$/u.exec(goes)?.[0] ?? '') : '';
    const kept = shared && comes.endsWith(shared) ? shared : '';
    if (goes) out.push(gone(goes.slice(0, goes.length - kept.length)));
    if (comes) out.push(fresh(comes.slice(0, comes.length - kept.length)));
    if (kept) out.push({ kind: 'same', text: kept });
    [goes, comes] = ['', ''];
  };
  pieces.forEach((piece, index) => {
    const bridge =
      piece.kind === 'same' && !piece.text.trim() && (goes || comes) && pieces[index + 1]?.kind !== 'same';
    if (piece.kind === 'gone' || (bridge && index + 1 < pieces.length)) goes += piece.text;
    if (piece.kind === 'new' || (bridge && index + 1 < pieces.length)) comes += piece.text;
    if (piece.kind === 'same' && !(bridge && index + 1 < pieces.length)) {
      close();
      const last = out.at(-1);
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + piece.text };
      else out.push(piece);
    }
  });
  close();
  return out.filter(({ text }) => text);
}
