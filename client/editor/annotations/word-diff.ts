/** What a suggestion changes, word by word: as it is shown in the text and on its card. */

export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Words and the white space between them. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** Texts longer than this are shown as one piece taken out and one set in. */
const mostWords = 600;

/** The longest common subsequence of words; neighbouring pieces of one kind are one piece. */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > mostWords || now.length > mostWords) return joined([gone(before), fresh(after)]);
  const lengths = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    const [left, right] = [old[a], now[b]];
    if (left !== undefined && left === right) {
      pieces.push({ kind: 'same', text: left });
      a += 1;
      b += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[a + 1]?.[b] ?? 0) >= (lengths[a]?.[b + 1] ?? 0))
    ) {
      pieces.push(gone(left));
      a += 1;
    } else {
      pieces.push(fresh(right ?? ''));
      b += 1;
    }
  }
  return joined(pieces);
}

const gone = (text: string): Piece => ({ kind: 'gone', text });
const fresh = (text: string): Piece => ({ kind: 'new', text });

function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const rows = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let a = old.length - 1; a >= 0; a -= 1)
    for (let b = now.length - 1; b >= 0; b -= 1) {
      const row = rows[a];
      if (!row) continue;
      row[b] =
        old[a] === now[b]
          ? (rows[a + 1]?.[b + 1] ?? 0) + 1
          : Math.max(rows[a + 1]?.[b] ?? 0, row[b + 1] ?? 0);
    }
  return rows;
}

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
