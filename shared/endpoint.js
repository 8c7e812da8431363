/** Declares an endpoint; it only fixes the types. */
export const endpoint = (description) => description;
