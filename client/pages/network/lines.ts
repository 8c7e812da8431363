/** Lists that are typed as lines: one thing a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Words between commas, Arabic ones too. */
export const wordsOf = (text: string): string[] =>
  text
    .split(/[,،]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A number as it was typed; what isn't one is refused by the contract. */
export const wholeOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
