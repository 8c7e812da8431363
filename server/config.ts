/** The environment, read once at start. Everything else receives what it needs as arguments. */
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

const Environment = z.object({
  PORT: optional(z.coerce.number('must be a port number').int().min(0).max(65_535)),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' })),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/, error: 'must begin with redis://' })),
  PUBLIC_ORIGIN: optional(
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
      .pipe(z.array(Origin).min(1)),
  ),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must begin with smtp://' })),
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
  /** For several nodes: hints travel over Redis. */
  readonly redisUrl: string | null;
  /** Addresses our pages are reached at. Null: this machine's own, once the port is known. */
  readonly publicOrigins: readonly string[] | null;
  readonly smtpUrl: string | null;
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
    redisUrl: given.REDIS_URL ?? null,
    publicOrigins: given.PUBLIC_ORIGIN ?? null,
    smtpUrl: given.SMTP_URL ?? null,
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
