/**
 * A name inside a sentence of another script keeps its own direction and leaves the sentence's alone (Unicode 6.3, FSI
 * and PDI).
 */
export const isolate = (name) => `\u2068${name}\u2069`;
