/** The environment, read once at start. Everything else receives what it needs as arguments. */
import { isIP } from 'node:net';
import { z } from 'zod';

/** A setting nobody gave: absent, or empty as `docker compose` passes it. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const Origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text,
    'must be addresses like https://trama.example.org, without a path or a final slash',
  );

/** An address, or a network as `10.0.0.0/8`. */
const Network = z.string().refine((text) => {
  const [address = '', prefix = '0', ...rest] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^\d+$/.test(prefix) && Number(prefix) <= longest;
}, 'must be addresses or networks like 10.0.0.0/8');

const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(z.array(item).min(1));

const Environment = z.object({
  PORT: optional(z.coerce.number('must be a port number').int().min(0).max(65_535)),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' })),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/, error: 'must begin with redis://' })),
  BUS: optional(z.enum(['local', 'postgres', 'redis'])),
  PUBLIC_ORIGIN: optional(listOf(Origin)),
  TRUSTED_PROXIES: optional(listOf(Network)),
  ADDRESS_KEY: optional(
    z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (openssl rand -hex 32)'),
  ),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must begin with smtp://' })),
  MAIL_FROM: optional(z.email('must be a mail address')),
  VIDEO_ORIGIN: optional(Origin),
  CHROMIUM_PATH: optional(z.string()),
  OIDC_ISSUER: optional(z.url({ error: 'must be an address' })),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  LIMITS: optional(z.enum(['on', 'off'])),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where the embedded Postgres keeps its files. */
  readonly dataDir: string;
  /** A Postgres of one's own; null starts the embedded one. */
  readonly databaseUrl: string | null;
  /** What carries hints and presence between nodes. `local`: there is one node. */
  readonly bus:
    | { readonly kind: 'local' | 'postgres' }
    | { readonly kind: 'redis'; readonly redisUrl: string };
  /** Addresses our pages are reached at. Null: this machine's own, once the port is known. */
  readonly publicOrigins: readonly string[] | null;
  /** Reverse proxies beside this machine's own: addresses or networks whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  /** Seals secret addresses, 32 bytes; null: a key file in `dataDir`, where the database is the embedded one. */
  readonly addressKey: Uint8Array | null;
  /** Null: no mail is sent, and the screens say so. */
  readonly mail: {
    readonly smtpUrl: string /** Null: `trama` at the host of our first origin. */;
    readonly from: string | null;
  } | null;
  /** A Jitsi server that pages may show inside a conference. */
  readonly videoOrigin: string | null;
  /** A Chromium that makes PDF files; null: people print instead. */
  readonly chromiumPath: string | null;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string | null;
  } | null;
  readonly logLevel: string;
  /** Off only for load tests: limits of tries per address. Limits per connection always hold. */
  readonly limitAddresses: boolean;
};

/** Thrown when a setting can't be understood: the message says which and what it should be. */
export class ConfigRefused extends Error {
  override name = 'ConfigRefused';
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${String(path[0])}: ${message}`);
    throw new ConfigRefused(['Trama can’t start with these settings:', ...lines].join('\n'));
  }
  const given = parsed.data;
  if ((given.OIDC_ISSUER === undefined) !== (given.OIDC_CLIENT_ID === undefined)) {
    throw new ConfigRefused('OIDC_ISSUER and OIDC_CLIENT_ID are given together or not at all.');
  }
  return {
    port: given.PORT ?? 3000,
    host: given.HOST ?? '0.0.0.0',
    dataDir: given.DATA_DIR ?? '.data',
    databaseUrl: given.DATABASE_URL ?? null,
    bus: busOf(given.BUS, given.REDIS_URL),
    publicOrigins: given.PUBLIC_ORIGIN ?? null,
    trustedProxies: given.TRUSTED_PROXIES ?? [],
    addressKey: given.ADDRESS_KEY === undefined ? null : Buffer.from(given.ADDRESS_KEY, 'hex'),
    mail: given.SMTP_URL === undefined ? null : { smtpUrl: given.SMTP_URL, from: given.MAIL_FROM ?? null },
    videoOrigin: given.VIDEO_ORIGIN ?? null,
    chromiumPath: given.CHROMIUM_PATH ?? null,
    oidc:
      given.OIDC_ISSUER !== undefined && given.OIDC_CLIENT_ID !== undefined
        ? {
            issuer: given.OIDC_ISSUER,
            clientId: given.OIDC_CLIENT_ID,
            clientSecret: given.OIDC_CLIENT_SECRET ?? null,
          }
        : null,
    logLevel: given.LOG_LEVEL ?? 'info',
    limitAddresses: given.LIMITS !== 'off',
  };
}

function busOf(
  kind: 'local' | 'postgres' | 'redis' | undefined,
  redisUrl: string | undefined,
): Config['bus'] {
  if (kind === 'redis' && redisUrl === undefined) throw new ConfigRefused('BUS=redis needs a REDIS_URL.');
  if (kind === 'local' || kind === 'postgres') return { kind };
  return redisUrl === undefined ? { kind: 'local' } : { kind: 'redis', redisUrl };
}
