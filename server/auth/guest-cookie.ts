/**
 * The cookie of a guest of a conference. It has a name of its own, so no route that asks for a session ever takes it
 * for one.
 */
import { parse } from 'hono/utils/cookie';

const name = 'trama_guest';

/** For `Set-Cookie`; without a secret it clears the browser's. `secure`: over https only. */
export function guestCookie(
  secret: string | null,
  { secure, seconds }: { readonly secure: boolean; readonly seconds: number },
): string {
  const life = secret === null ? 0 : seconds;
  return `${name}=${secret ?? ''}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${life}${secure ? '; Secure' : ''}`;
}

/** The secret among these cookies; null when there is none. */
export function readGuestCookie(cookies: string | null): string | null {
  return parse(cookies ?? '', name)[name] || null;
}
