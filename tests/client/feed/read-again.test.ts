/** Real queries against a real server whose answers wait in the hand. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryObserver } from '@tanstack/query-core';
import { QueryClient } from '@tanstack/solid-query';
import { expect, onTestFinished, test } from 'vitest';
import { readAgain } from '../../../client/feed/read-again.ts';

/** Answers each request, when told to, with what was true at the moment it came. */
async function slowServer() {
  let truth = 'before';
  const waiting: (() => void)[] = [];
  const server = createServer((_request, response) => {
    const seen = truth;
    waiting.push(() => response.end(seen));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens
  return {
    asked: () => waiting.length,
    happen: () => {
      truth = 'after';
    },
    answer: (request: number) => waiting[request]?.(),
    read: async () => (await fetch(url)).text(),
  };
}

/** A page that shows this record. */
function page(client: QueryClient, read: () => Promise<string>) {
  const observer = new QueryObserver(client, {
    queryKey: ['household', 'h', 'page'],
    queryFn: read,
    staleTime: 60_000,
  });
  onTestFinished(observer.subscribe(() => undefined));
  return () => observer.getCurrentResult().data;
}

test('a first read that passed a change by is read again once it has its answer', async () => {
  const server = await slowServer();
  const client = new QueryClient();
  const shown = page(client, server.read);
  await expect.poll(server.asked).toBe(1);
  server.happen();
  readAgain(client, ['household', 'h']);
  readAgain(client);
  server.answer(0);
  await expect.poll(server.asked).toBe(2);
  server.answer(1);
  await expect.poll(shown).toBe('after');
  expect(server.asked()).toBe(2);
});

test('what was read before the feed was ready is read again', async () => {
  const server = await slowServer();
  const client = new QueryClient();
  const shown = page(client, server.read);
  await expect.poll(server.asked).toBe(1);
  server.answer(0);
  await expect.poll(shown).toBe('before');
  server.happen();
  readAgain(client);
  await expect.poll(server.asked).toBe(2);
  server.answer(1);
  await expect.poll(shown).toBe('after');
});

test('with the feed ready before the page asks, everything is read once', async () => {
  const server = await slowServer();
  const client = new QueryClient();
  readAgain(client);
  const shown = page(client, server.read);
  await expect.poll(server.asked).toBe(1);
  server.answer(0);
  await expect.poll(shown).toBe('before');
  expect(server.asked()).toBe(1);
});
