/** What an anchor keeps about letters, written down: small numbers in base64. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { maxLetters } from '../../shared/documents/annotations.ts';

/** Letters one client wrote one after the other. */
export type Stretch = { readonly client: number; readonly clock: number; readonly length: number };

export type Known = {
  /** How far each client had written when it was hung. */
  readonly seen: ReadonlyMap<number, number>;
  readonly own: readonly Stretch[];
  /** What stood right before and after. */
  readonly around: readonly Stretch[];
  /** Other places that read the same, and such as read alike; undefined: too many. */
  readonly same: readonly (readonly Stretch[])[] | undefined;
  readonly alike: readonly (readonly Stretch[])[] | undefined;
};

/** Of the way it is written. */
const version = 1;

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
/** Throws for what is no base64. */
export const fromBase64 = (encoded: string): Uint8Array =>
  Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));

/** Undefined when it is longer than an annotation may keep. */
export function encodeKnown({ seen, own, around, same, alike }: Known): string | undefined {
  const kept = [[own, around], same, alike];
  const clients = [
    ...new Set([
      ...seen.keys(),
      ...kept.flatMap((places) => (places ?? []).flat()).map(({ client }) => client),
    ]),
  ];
  const encoder = encoding.createEncoder();
  const write = (value: number) => encoding.writeVarUint(encoder, value);
  write(version);
  write(clients.length);
  for (const client of clients) {
    write(client);
    write(seen.get(client) ?? 0);
  }
  for (const places of kept) {
    write(places ? places.length + 1 : 0);
    for (const place of places ?? []) {
      write(place.length);
      for (const { client, clock, length } of place) {
        write(clients.indexOf(client));
        write(clock);
        write(length);
      }
    }
  }
  if (encoding.length(encoder) * 4 > (maxLetters - 4) * 3) return undefined;
  return toBase64(encoding.toUint8Array(encoder));
}

/** Undefined for what another release, or nobody, wrote. */
export function decodeKnown(encoded: string): Known | undefined {
  try {
    const decoder = decoding.createDecoder(fromBase64(encoded));
    const next = () => decoding.readVarUint(decoder);
    const many = <T>(one: () => T, count = next()): T[] => {
      // No more than there are bytes: a broken count must not take a minute.
      if (count > encoded.length) throw new RangeError('no such count');
      return Array.from({ length: count }, one);
    };
    if (next() !== version) return undefined;
    const clients = many(() => ({ client: next(), seen: next() }));
    const stretch = (): Stretch => {
      const client = clients[next()]?.client;
      if (client === undefined) throw new RangeError('no such client');
      return { client, clock: next(), length: next() };
    };
    const places = () => {
      const count = next();
      return count === 0 ? undefined : many(() => many(stretch), count - 1);
    };
    const [own, around] = places() ?? [];
    if (!own || !around) return undefined;
    const seen = new Map(clients.map(({ client, seen: clock }) => [client, clock]));
    return { seen, own, around, same: places(), alike: places() };
  } catch {
    return undefined;
  }
}
