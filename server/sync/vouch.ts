/**
 * The `user` of a presence state, written by the server: who somebody is, is known from the session and not from what a
 * page says. States pass by thousands a second, so the text is spliced and not built anew.
 */
import type { PresenceUser } from './authority.ts';

const textOf = new WeakMap<PresenceUser, string>();

/** Of what a guest tells of herself, this alone is passed on: since when her hand is up, a number. */
const guestsField = 'hand';

/** The state with `user` as the session says. Undefined when it isn't a JSON object or null. */
export function vouched(json: string, user: PresenceUser): string | undefined {
  if (json === 'null') return json;
  if (user.function === 'guest') return ofGuest(json, user);
  try {
    const rest = withoutUser(json);
    const others: unknown = JSON.parse(rest);
    if (typeof others !== 'object' || others === null || Array.isArray(others)) return undefined;
    if ('user' in others) return JSON.stringify({ ...others, user });
    const empty = Object.keys(others).length === 0;
    return `{"user":${textFor(user)}${empty ? '' : ','}${empty ? '}' : rest.slice(rest.indexOf('{') + 1)}`;
  } catch {
    return undefined; // not JSON: somebody else's garbage is shown to nobody
  }
}

function ofGuest(json: string, user: PresenceUser): string | undefined {
  try {
    const state: unknown = JSON.parse(json);
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined;
    const hand = guestsField in state ? state[guestsField] : undefined;
    return JSON.stringify({ user, ...(typeof hand === 'number' && { [guestsField]: hand }) });
  } catch {
    return undefined; // as below
  }
}

function textFor(user: PresenceUser): string {
  const known = textOf.get(user);
  if (known !== undefined) return known;
  const text = JSON.stringify(user);
  textOf.set(user, text);
  return text;
}

const itsUser = '{"user":{';

/** What editors write first is cut off, if it stands there as they write it; whoever writes otherwise is parsed whole. */
function withoutUser(json: string): string {
  if (!json.startsWith(itsUser)) return json;
  const end = json.indexOf('}', itsUser.length);
  // Nothing nested and nothing escaped inside: then this is where it ends.
  const inside = json.slice(itsUser.length, end);
  if (end === -1 || inside.includes('{') || inside.includes('\\') || hasOpenString(inside)) return json;
  const next = json[end + 1];
  if (next === ',') return `{${json.slice(end + 2)}`;
  return next === '}' ? `{${json.slice(end + 1)}` : json;
}

/** Whether the brace that follows stands inside a string. */
function hasOpenString(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}
