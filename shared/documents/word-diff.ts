/** Two states of a passage compared word by word, for reading what became of it. */
import { comparePieces, type DiffLine } from '../records/line-diff.ts';

export type DiffWords = DiffLine;

/** Longer passages than this are shown as taken out and written anew: comparing costs pieces × pieces. */
const mostPieces = 1500;

/**
 * What has to be taken out of `before` and put in to read `after`, neighbours of one kind joined. Words are parted as
 * their script parts them (UAX #29), so Chinese is compared by words too.
 */
export function compareWords(before: string, after: string): DiffWords[] {
  const [old, fresh] = [piecesOf(before), piecesOf(after)];
  if (Math.max(old.length, fresh.length) > mostPieces) return joined(wholesale(before, after));
  return joined(comparePieces(old, fresh));
}

const wholesale = (before: string, after: string): DiffWords[] =>
  before === after
    ? [{ kind: 'same', text: after }]
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];

/** Made once: making one takes longer than parting a page. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

const piecesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** A space that stayed between two words that changed belongs to the change, or every word would be its own. */
function joined(pieces: readonly DiffWords[]): DiffWords[] {
  const runs: DiffWords[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) runs.push({ kind: 'removed', text: removed });
    if (added) runs.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  pieces.forEach(({ kind, text }, at) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed && added && !text.trim() && pieces[at + 1] && pieces[at + 1]?.kind !== 'same') {
      removed += text;
      added += text;
    } else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind: 'same', text: last.text + text };
      else runs.push({ kind: 'same', text });
    }
  });
  flush();
  return runs;
}
