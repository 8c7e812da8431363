/** Words that not every page needs, in Italian: an area's file is fetched when the first of its words is shown. */
export const later = {
  activity: async () => (await import('./activity.ts')).activity,
  admin: async () => (await import('./admin.ts')).admin,
  map: async () => (await import('./map.ts')).map,
  refusals: async () => (await import('./refusals.ts')).refusals,
  shelter: async () => (await import('./shelter.ts')).shelter,
  door: async () => (await import('./door.ts')).door,
  desks: async () => (await import('./desks.ts')).desks,
  happened: async () => (await import('./happened.ts')).happened,
  windows: async () => (await import('./windows.ts')).windows,
  mapHistory: async () => (await import('./map-history.ts')).mapHistory,
  versions: async () => (await import('./versions.ts')).versions,
  papers: async () => (await import('./papers.ts')).papers,
  loop: async () => (await import('./loop.ts')).loop,
  closing: async () => (await import('./closing.ts')).closing,
  translations: async () => (await import('./translations.ts')).translations,
  mediation: async () => (await import('./mediation.ts')).mediation,
  children: async () => (await import('./children.ts')).children,
  numbers: async () => (await import('./numbers.ts')).numbers,
  data: async () => (await import('./data.ts')).data,
  charge: async () => (await import('./charge.ts')).charge,
  pacts: async () => (await import('./pacts.ts')).pacts,
  grants: async () => (await import('./grants.ts')).grants,
  territory: async () => (await import('./territory.ts')).territory,
  guests: async () => (await import('./guests.ts')).guests,
  told: async () => (await import('./told.ts')).told,
  device: async () => (await import('./device.ts')).device,
  directory: async () => (await import('./directory.ts')).directory,
  keys: async () => (await import('./keys.ts')).keys,
  keep: async () => (await import('./keep.ts')).keep,
  before: async () => (await import('./before.ts')).before,
  room: async () => (await import('./room.ts')).room,
  threads: async () => (await import('./threads.ts')).threads,
  team: async () => (await import('./team.ts')).team,
};

export type Later = {
  readonly [Area in keyof typeof later]: {
    readonly [Key in keyof Awaited<ReturnType<(typeof later)[Area]>>]: string;
  };
};

/** How another language gives the same. */
export type LoadLater = { readonly [Area in keyof Later]: () => Promise<Later[Area]> };
