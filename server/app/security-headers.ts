/**
 * Headers that tell the browser what our pages may do: load from us, talk to us, be framed by nobody. They frame nobody
 * either, but the rooms of one video server where the operator named it: only then camera and microphone are spoken of.
 */
import type { MiddlewareHandler } from 'hono';

export function securityHeaders(origins: readonly string[], videoOrigin: string | null): MiddlewareHandler {
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws'));
  const policy = [
    "default-src 'self'",
    // Not every browser counts the socket of our own origin as 'self'.
    `connect-src 'self' ${sockets.join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    // The editor places carets and the map its lines with style attributes.
    "style-src 'self' 'unsafe-inline'",
    `frame-src ${videoOrigin ?? "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  // Ours must be allowed too: a page can only hand on what it has (Permissions Policy, "container policy").
  const media = videoOrigin === null ? '' : `self "${videoOrigin}"`;
  const permissions = `camera=(${media}), display-capture=(${media}), geolocation=(), microphone=(${media})`;
  const secure = origins.every((origin) => origin.startsWith('https:'));
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', permissions);
    if (secure) headers.set('strict-transport-security', 'max-age=31536000');
  };
}
