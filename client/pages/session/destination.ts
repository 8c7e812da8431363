/** Where to go after signing in. Only a path of ours: a link elsewhere is ignored. */
export const destinationOf = (next: string | string[] | undefined): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
