/** Where to go after signing in. Only a path of ours: a link elsewhere is ignored. */
export const destinationOf = (next) => typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
