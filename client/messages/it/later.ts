/** Words that not every page needs, in Italian: an area's file is fetched when the first of its words is shown. */
export const later = {
  happened: async () => (await import('./happened.ts')).happened,
  numbers: async () => (await import('./numbers.ts')).numbers,
  data: async () => (await import('./data.ts')).data,
  charge: async () => (await import('./charge.ts')).charge,
  territory: async () => (await import('./territory.ts')).territory,
};

export type Later = {
  readonly [Area in keyof typeof later]: {
    readonly [Key in keyof Awaited<ReturnType<(typeof later)[Area]>>]: string;
  };
};

/** How another language gives the same. */
export type LoadLater = { readonly [Area in keyof Later]: () => Promise<Later[Area]> };
