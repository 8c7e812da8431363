/** X1: what our pages may frame: nothing, or the rooms of the one video server that the operator named. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { securityHeaders } from '../../server/app/security-headers.ts';

async function headersWith(videoOrigin: string | null): Promise<{ policy: string; permissions: string }> {
  const app = new Hono();
  app.use(securityHeaders(['https://trama.example.org'], videoOrigin));
  app.get('/', (c) => c.text('here'));
  const { headers } = await app.request('/');
  return {
    policy: headers.get('content-security-policy') ?? '',
    permissions: headers.get('permissions-policy') ?? '',
  };
}

test('X1: without a video server no page frames anything, and nobody gets camera or microphone', async () => {
  const { policy, permissions } = await headersWith(null);
  expect(policy).toContain("frame-src 'none'");
  expect(permissions).toContain('camera=()');
  expect(permissions).toContain('microphone=()');
});

test('X1: with one, its rooms and no others may be shown, and only they are handed camera and microphone', async () => {
  const { policy, permissions } = await headersWith('https://meet.example.org');
  expect(policy).toContain('frame-src https://meet.example.org;');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.match(/meet\.example\.org/g)).toHaveLength(1);
  expect(permissions).toContain('camera=(self "https://meet.example.org")');
  expect(permissions).toContain('microphone=(self "https://meet.example.org")');
  expect(permissions).toContain('geolocation=()');
});
