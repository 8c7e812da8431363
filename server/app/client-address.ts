/** Where a request comes from, for limits. */
import { BlockList, isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Says of an address whether a reverse proxy of ours has it. */
export type IsTrustedProxy = (address: string) => boolean;

/** This machine itself, and these addresses or networks (`10.0.0.0/8`). Only what TRUSTED_PROXIES admits may be given. */
export function trustProxies(networks: readonly string[]): IsTrustedProxy {
  const list = new BlockList();
  for (const network of ['127.0.0.0/8', '::1', ...networks]) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  // An IPv4 peer of a socket that listens on both is `::ffff:a.b.c.d`, which BlockList knows.
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

const thisMachine = trustProxies([]);

/**
 * The peer's address; when that is a proxy of ours, the last address it added to `X-Forwarded-For`. Earlier ones are the
 * client's own claim.
 */
export function clientAddress(c: Context, isTrustedProxy: IsTrustedProxy = thisMachine): string {
  const bindings = c.env as Partial<HttpBindings> | undefined; // absent when a test calls the app without a port
  const peer = bindings?.incoming?.socket.remoteAddress ?? '127.0.0.1';
  if (!isTrustedProxy(peer)) return peer;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}
