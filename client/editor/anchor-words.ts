/**
 * The words of a text without the white space between them, and where each letter stands: what a quote is compared with.
 * A paragraph that was split or joined reads the same here. Each block is read once, however often the text changes.
 */
import type { Node as TextNode } from '@tiptap/pm/model';

export type Letters = {
  readonly text: string;
  /** Place of the editor before the letter, and after it. */
  startOf(letter: number): number;
  endOf(letter: number): number;
  /** How many letters stand before a place. */
  before(position: number): number;
};

type Block = {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};
type Placed = { readonly block: Block; readonly position: number; readonly first: number };

/** What `\s` means: a regular expression for each of sixty thousand letters takes too long. */
const isSpace = (code: number): boolean =>
  code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        [0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code));

/** Words without white space, and where in them each letter stood. */
export function bareLetters(words: string): { words: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (isSpace(words.charCodeAt(at))) continue;
    letters += words.charAt(at);
    places.push(at);
  }
  return { words: letters, places };
}

/** What a quote is compared by: its letters. */
export const bare = (words: string): string => words.replace(/\s+/gu, '');

export const labelOf = (node: TextNode): string =>
  node.type.name === 'chip' ? String(node.attrs.label ?? '') : '';

const blocks = new WeakMap<TextNode, Block>();
const texts = new WeakMap<TextNode, Letters>();

export function lettersOf(doc: TextNode): Letters {
  const known = texts.get(doc);
  if (known) return known;
  const placed: Placed[] = [];
  let text = '';
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const block = readBlock(node);
    if (block.letters) placed.push({ block, position: position + 1, first: text.length });
    text += block.letters;
    return false;
  });
  const letters = { text, ...placesIn(placed, text.length, doc.content.size) };
  texts.set(doc, letters);
  return letters;
}

function readBlock(node: TextNode): Block {
  const known = blocks.get(node);
  if (known) return known;
  let letters = '';
  const starts: number[] = [];
  const ends: number[] = [];
  node.forEach((child, offset) => {
    const { words, places } = bareLetters(child.isText ? (child.text ?? '') : labelOf(child));
    letters += words;
    for (const at of places) {
      starts.push(child.isText ? offset + at : offset);
      ends.push(child.isText ? offset + at + 1 : offset + child.nodeSize);
    }
  });
  const block = { letters, starts, ends };
  blocks.set(node, block);
  return block;
}

function placesIn(placed: readonly Placed[], count: number, size: number): Omit<Letters, 'text'> {
  const holding = (is: (block: Placed) => boolean): Placed | undefined => {
    let low = 0;
    let high = placed.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const block = placed[middle];
      if (block && is(block)) low = middle;
      else high = middle - 1;
    }
    return placed[low];
  };
  const place = (letter: number, side: 'starts' | 'ends'): number => {
    const held = letter >= 0 && letter < count ? holding(({ first }) => first <= letter) : undefined;
    return held ? held.position + (held.block[side][letter - held.first] ?? 0) : size;
  };
  return {
    startOf: (letter) => place(letter, 'starts'),
    endOf: (letter) => place(letter, 'ends'),
    before(position) {
      const held = holding((block) => block.position <= position);
      if (!held || held.position > position) return 0;
      const { starts } = held.block;
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < position - held.position) low = middle + 1;
        else high = middle;
      }
      return held.first + low;
    },
  };
}

/** Shorter runs stand in any two texts by chance. */
const shortestRun = 3;

export type Kept = {
  /** Letters of the quote that stand in the words, in order. */
  readonly letters: number;
  /** Where they begin and end in the words. */
  readonly from: number;
  readonly to: number;
};

/**
 * How much of a quote stands in other words: the longest run of letters they share, and so on before and after it. Only
 * the stretch counts that holds more of the quote's than of others' letters.
 */
export function keptIn(words: string, quote: string): Kept {
  let best: Kept = { letters: 0, from: 0, to: 0 };
  let open = { letters: 0, from: 0 };
  for (const { atWords, length } of runsOf(words, quote, 0)) {
    const others = (at: number) => at - open.from - open.letters;
    // What came before outweighs nothing by now: begin anew.
    if (open.letters === 0 || open.letters < others(atWords)) open = { letters: 0, from: atWords };
    open = { ...open, letters: open.letters + length };
    const to = atWords + length;
    if (2 * open.letters - (to - open.from) > 2 * best.letters - (best.to - best.from))
      best = { ...open, to };
  }
  return best;
}

/** In the order of the words. */
function runsOf(words: string, quote: string, first: number): { atWords: number; length: number }[] {
  const run = longestRun(words, quote);
  if (!run) return [];
  const { atWords, atQuote, length } = run;
  const end = atWords + length;
  return [
    ...runsOf(words.slice(0, atWords), quote.slice(0, atQuote), first),
    { atWords: first + atWords, length },
    ...runsOf(words.slice(end), quote.slice(atQuote + length), first + end),
  ];
}

type Run = { readonly atWords: number; readonly atQuote: number; readonly length: number };

function longestRun(words: string, quote: string): Run | undefined {
  const whole = quote.length >= shortestRun ? words.indexOf(quote) : -1;
  if (whole >= 0) return { atWords: whole, atQuote: 0, length: quote.length };
  let best: Run | undefined;
  let above = new Uint16Array(quote.length + 1);
  for (let w = 0; w < words.length; w += 1) {
    const row = new Uint16Array(quote.length + 1);
    for (let q = 0; q < quote.length; q += 1) {
      if (words.charCodeAt(w) !== quote.charCodeAt(q)) continue;
      const length = (above[q] ?? 0) + 1;
      row[q + 1] = length;
      if (length >= shortestRun && length > (best?.length ?? 0))
        best = { atWords: w - length + 1, atQuote: q - length + 1, length };
    }
    above = row;
  }
  return best;
}
