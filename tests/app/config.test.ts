import { expect, test } from 'vitest';
import { trustProxies } from '../../server/app/client-address.ts';
import { ConfigRefused, readConfig } from '../../server/config.ts';

test('without any setting Trama listens on 3000, keeps its own database and limits tries', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: '.data',
    databaseUrl: null,
    bus: { kind: 'local' },
    publicOrigins: null,
    trustedProxies: [],
    addressKey: null,
    mail: null,
    videoOrigin: null,
    chromiumPath: null,
    oidc: null,
    logLevel: 'info',
    limitAddresses: true,
  });
});

test('an empty setting is one that was not given', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', LIMITS: '' })).toEqual(readConfig({}));
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['REDIS_URL', 'localhost:6379'],
  ['PUBLIC_ORIGIN', 'https://trama.example.org/'],
  ['PUBLIC_ORIGIN', 'trama.example.org'],
  ['PUBLIC_ORIGIN', 'https://trama.example.org,https://trama.example.org/path'],
  ['BUS', 'pigeon'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', 'proxy.example'],
  ['TRUSTED_PROXIES', '10.0.0.1, fd00::/8, /8'],
  ['ADDRESS_KEY', 'secret'],
  ['LOG_LEVEL', 'loud'],
  ['LIMITS', 'no'],
])('%s=%s is refused in words that name it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigRefused);
  expect(() => readConfig({ [name]: value })).toThrow(`  ${name}: `);
});

test('several origins are separated by commas or spaces', () => {
  const { publicOrigins } = readConfig({ PUBLIC_ORIGIN: 'https://a.example, https://b.example:8443' });
  expect(publicOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
});

test('X6: several nodes speak over Redis where there is one, over Postgres when asked to', () => {
  const REDIS_URL = 'redis://valkey:6379';
  expect(readConfig({ REDIS_URL }).bus).toEqual({ kind: 'redis', redisUrl: REDIS_URL });
  expect(readConfig({ REDIS_URL, BUS: 'postgres' }).bus).toEqual({ kind: 'postgres' });
  expect(readConfig({ REDIS_URL, BUS: 'local' }).bus).toEqual({ kind: 'local' });
  expect(() => readConfig({ BUS: 'redis' })).toThrow('REDIS_URL');
});

test('only a proxy that is trusted says where a request comes from', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '172.30.0.0/24, fd00::7' });
  const isTrusted = trustProxies(trustedProxies);
  for (const proxy of [
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '172.30.0.9',
    '::ffff:172.30.0.9',
    'fd00::7',
  ]) {
    expect(isTrusted(proxy), proxy).toBe(true);
  }
  for (const other of ['172.30.1.9', '::ffff:10.0.0.1', 'fd00::8', 'nonsense']) {
    expect(isTrusted(other), other).toBe(false);
  }
});

test('half of an identity provider is refused', () => {
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example' })).toThrow('OIDC_CLIENT_ID');
});
