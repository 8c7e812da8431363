/** Where a request comes from, for limits. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * The peer's address. When the peer is this machine itself, a reverse proxy stands before us: then the last address
 * it added to `X-Forwarded-For`. Earlier ones are the client's own claim.
 */
export function clientAddress(c: Context): string {
  const bindings = c.env as Partial<HttpBindings> | undefined; // absent when a test calls the app without a port
  const peer = bindings?.incoming?.socket.remoteAddress ?? '127.0.0.1';
  if (!/^(127\.|::1$|::ffff:127\.)/.test(peer)) return peer;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}
