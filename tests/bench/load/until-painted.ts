/** How long an act takes until its last change is on the screen: nothing may change for a while after it. */
import type { Page } from 'playwright-core';

export type Taken = {
  /** From the act to the paint of its last change, in milliseconds. */
  readonly ms: number;
  /** While at least one answer was awaited. */
  readonly server: number;
  readonly longest: number;
};

const calmMs = 400;
const giveUpMs = 60_000;

/** What a press or a key takes until its last change is painted and `sign` stands there, timed by the page itself. */
export async function timed(page: Page, act: () => Promise<void>, sign: string): Promise<Taken> {
  // Listening before the act is begun: a key may overtake what is only asked of the page.
  const listening = await page.evaluateHandle(
    ([selector, calm, giveUp]) => ({
      taken: new Promise<Taken>((resolve, reject) => {
        setTimeout(reject, giveUp, new Error(`${selector} is not there, or never at rest`));
        let began = 0;
        let painted = 0;
        let rest: ReturnType<typeof setTimeout> | undefined;
        const tasks: number[] = [];
        const longTasks = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(duration);
        });
        longTasks.observe({ type: 'longtask' });
        const start = ({ timeStamp }: Event) => {
          began ||= timeStamp;
          end();
        };
        const changes = new MutationObserver(() => {
          if (began === 0) return;
          requestAnimationFrame(() => {
            // The task after the frame's own: it is painted by then.
            setTimeout(() => {
              painted = performance.now();
              end();
            });
          });
        });
        const end = () => {
          clearTimeout(rest);
          rest = setTimeout(() => {
            if (painted === 0 || !document.querySelector(selector)) return end();
            changes.disconnect();
            longTasks.disconnect();
            for (const name of ['pointerdown', 'keydown'])
              removeEventListener(name, start, { capture: true });
            const answers = performance
              .getEntriesByType('resource')
              .filter(
                ({ name, startTime }) => name.includes('/past') && startTime >= began && startTime < painted,
              )
              .map((entry) => [entry.startTime, Math.min(painted, entry.startTime + entry.duration)] as const)
              .sort(([a], [b]) => a - b);
            let server = 0;
            let until = 0;
            for (const [from, to] of answers) {
              server += Math.max(0, to - Math.max(from, until));
              until = Math.max(until, to);
            }
            resolve({ ms: painted - began, server, longest: Math.max(0, ...tasks) });
          }, calm);
        };
        for (const name of ['pointerdown', 'keydown']) addEventListener(name, start, { capture: true });
        changes.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      }),
    }),
    [sign, calmMs, giveUpMs] as const,
  );
  await act();
  return listening.evaluate(({ taken }) => taken);
}
