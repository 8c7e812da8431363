/**
 * Editor: one person types in real Chromium, in a plan of thirty pages with three hundred annotations, while seven others
 * write four letters a second each and move their carets, through real sockets. Eight pages would measure the laptop
 * rather than the editor, so the seven have no browser.
 *
 * Measured by the browser's own tracing: from the dispatch of a key (`EventDispatch`) to the end of the paint that shows
 * it (`Paint`), on the page's main thread. In it is the wait for the screen's next frame, up to 16.7 ms at 60 Hz; the
 * second figure is the work alone: how long the main thread was busy meanwhile (`RunTask`). The server is not measured:
 * the sockets end in a relay of the tests.
 */
import type { Page } from 'playwright-core';
import type { Bench } from '../../support/collab-bench.ts';
import { fillPlan, hangNotes, seatWriters } from '../load/writers.ts';
import { median, type Scenario, valueAt } from './scenario.ts';

const pages = 30;
const annotations = 300;
const writers = 7;
const keysPerSecond = 5;

export const editor: Scenario = {
  title: ({ seconds }) =>
    `editor, ${pages} pages, ${annotations} annotations, ${writers} others, ${seconds} s`,
  async run(_server, { seconds, warmupSeconds, quick, say }) {
    // Brings Vite and Chromium, which no other scenario needs.
    const { openBench } = await import('../../support/collab-bench.ts');
    const bench = await openBench();
    try {
      const { delays, work } = await measure(bench, { seconds, warmupSeconds, share: quick ? 0.1 : 1 });
      const figures = [
        { name: 'key to paint p50', value: median(delays) },
        { name: 'key to paint p95', value: valueAt(delays, 0.95) },
        { name: 'work per key p50', value: median(work) },
        { name: 'work per key p95', value: valueAt(work, 0.95) },
      ].map((figure) => ({ ...figure, unit: 'ms', better: 'less' as const, digits: 1 }));
      say(
        `  ${delays.length} keys: ${figures.map(({ name, value }) => `${name} ${value.toFixed(1)} ms`).join(', ')}`,
      );
      return { figures, details: { delays, work } };
    } finally {
      await bench.close();
    }
  },
};

type Size = { readonly seconds: number; readonly warmupSeconds: number; readonly share: number };

async function measure(bench: Bench, { seconds, warmupSeconds, share }: Size) {
  const plan = fillPlan(bench, pages * share);
  hangNotes(bench, annotations * share);
  const page = await bench.open({ as: 'Marta', width: 1280, height: 800 });
  await page.locator('.anchor').first().waitFor();
  const others = seatWriters(bench, plan, writers);
  try {
    await others.ready();
    await page
      .locator('.sheet > p')
      .nth(Math.floor(plan.paragraphs / 2))
      .click({ position: { x: 40, y: 8 } });
    others.begin();
    await type(page, warmupSeconds);
    const browser = page.context().browser();
    if (!browser) throw new Error('the page has a browser');
    await browser.startTracing(page, {
      categories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'],
    });
    await type(page, seconds);
    return read(await browser.stopTracing());
  } finally {
    others.close();
  }
}

const letters = 'scriviamo insieme il piano ';

async function type(page: Page, seconds: number): Promise<void> {
  for (let key = 0; key < seconds * keysPerSecond; key += 1) {
    const until = performance.now() + 1000 / keysPerSecond;
    await page.keyboard.press(
      letters.charAt(key % letters.length) === ' ' ? 'Space' : letters.charAt(key % letters.length),
    );
    await page.waitForTimeout(Math.max(0, until - performance.now()));
  }
}

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string } };
};

/** Delays and busy times of each key, in milliseconds. */
function read(trace: Buffer): { delays: number[]; work: number[] } {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString());
  const keys = traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown',
  );
  const [first] = keys;
  const here = traceEvents.filter(({ pid, tid }) => pid === first?.pid && tid === first?.tid);
  const byTime = (name: string) =>
    here.filter((event) => event.name === name).toSorted((a, b) => a.ts - b.ts);
  const paints = byTime('Paint');
  const tasks = byTime('RunTask').length > 0 ? byTime('RunTask') : byTime('ThreadControllerImpl::RunTask');
  const delays: number[] = [];
  const work: number[] = [];
  for (const { ts } of keys) {
    const paint = paints.find((event) => event.ts > ts);
    if (!paint) continue;
    const end = paint.ts + (paint.dur ?? 0);
    delays.push((end - ts) / 1000);
    const busy = tasks.reduce((sum, task) => {
      const stop = task.ts + (task.dur ?? 0);
      return sum + Math.max(0, Math.min(stop, end) - Math.max(task.ts, ts));
    }, 0);
    work.push(busy / 1000);
  }
  return { delays, work };
}
