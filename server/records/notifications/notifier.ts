/** Keeps what people are told up with the activity log, on every node; the cursor's row lets one work at a time. */
import type { ActivityTail } from '../../activity/tail.ts';
import type { World } from '../../command.ts';
import { tellOfActivity } from './follow-log.ts';

/** Another node that held the cursor may have died with entries unread. */
const lookAgainMs = 10_000;

export function createNotifier(
  world: World,
  tail: Pick<ActivityTail, 'subscribe'>,
  onError: (error: unknown) => void,
): { close(): Promise<void> } {
  let running: Promise<void> | undefined;
  let askedAgain = false;
  let closed = false;

  /** Entries come in bursts: whoever asks while it reads is served by one more reading. */
  function look(): void {
    if (closed) return;
    askedAgain = true;
    running ??= readOn().finally(() => {
      running = undefined;
    });
  }

  async function readOn(): Promise<void> {
    while (askedAgain && !closed) {
      askedAgain = false;
      await tellOfActivity(world).catch(onError);
    }
  }

  const stop = tail.subscribe(look);
  const timer = setInterval(look, lookAgainMs);
  look();
  return {
    async close() {
      closed = true;
      clearInterval(timer);
      stop();
      await running;
    },
  };
}
