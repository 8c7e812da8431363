import { expect, test } from 'vitest';
import { ConfigRefused, readConfig } from '../../server/config.ts';

test('without any setting Trama listens on 3000, keeps its own database and limits tries', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: '.data',
    databaseUrl: null,
    redisUrl: null,
    publicOrigins: null,
    smtpUrl: null,
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

test('half of an identity provider is refused', () => {
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example' })).toThrow('OIDC_CLIENT_ID');
});
