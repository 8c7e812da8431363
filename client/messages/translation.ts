/**
 * The Italian catalogue is the source: its keys are the only keys. A translation has exactly the same ones, so a
 * missing or a stray key fails the type check.
 */
export type Translation<Source> = { readonly [Key in keyof Source]: string };
