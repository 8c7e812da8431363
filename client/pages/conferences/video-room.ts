/**
 * A room of the Jitsi server the operator named, as an address to be framed: with one's own display name and nothing else
 * of anybody. Options behind `#` stay in the browser (Jitsi Meet handbook, "URL fragment").
 */
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

/** Undefined where the address isn't one of that server's. */
export function framedRoom(
  videoUrl: string | null,
  origin: string | null,
  displayName: string,
): string | undefined {
  if (videoUrl === null || origin === null || !URL.canParse(videoUrl)) return undefined;
  const address = new URL(videoUrl);
  if (address.origin !== origin || address.pathname === '/') return undefined;
  const options = [
    `userInfo.displayName=${json(displayName)}`,
    'config.disableThirdPartyRequests=true',
    'config.disableDeepLinking=true',
    'config.startWithVideoMuted=true',
  ];
  address.hash = options.join('&');
  return address.href;
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const nameLong = 20;

/** A room nobody guesses, whose name tells nothing of a family. */
export function randomRoom(origin: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(nameLong));
  return `${origin}/trama-${[...bytes].map((byte) => letters[byte % letters.length]).join('')}`;
}
