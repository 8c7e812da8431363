/** The load generator's process: does what its parent says, one crowd at a time. Ends with its parent. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Crowd, createCrowd } from './crowd.ts';
import type { Answer, Command } from './plan.ts';
import { play } from './play.ts';
import { recall } from './recall.ts';

const acquaintMs = 30_000;
let crowd: Crowd | undefined;
let seed = 0;

const answer = (what: Answer): void => void process.send?.(what);

async function obey(command: Command): Promise<void> {
  switch (command.kind) {
    case 'join': {
      crowd = createCrowd(command.plan);
      seed = command.plan.seed;
      const joined = await crowd.join();
      if (command.plan.writes) await acquainted(crowd);
      return answer({ kind: 'joined', joined });
    }
    case 'play': {
      if (crowd === undefined) throw new Error('nobody is there to play');
      const played = await play(crowd, seed, command.play, (kind) => answer({ kind }));
      return answer({ kind: 'played', played });
    }
    case 'storm': {
      if (crowd === undefined) throw new Error('nobody is there to come back');
      crowd.leave();
      return answer({ kind: 'joined', joined: await crowd.join({ together: true }) });
    }
    case 'recall': {
      if (crowd === undefined) throw new Error('nobody is there to remember');
      crowd.leave();
      return answer({ kind: 'recalled', recalled: await recall(crowd, command.port) });
    }
    case 'leave':
      crowd?.leave();
      crowd = undefined;
      return answer({ kind: 'left' });
  }
}

async function acquainted(everybody: Crowd): Promise<void> {
  const end = performance.now() + acquaintMs;
  while (!everybody.isAcquainted()) {
    if (performance.now() > end) throw new Error('not everybody got to know everybody in time');
    await sleep(20);
  }
}

process.on('message', (command: Command) => {
  obey(command).catch((error: unknown) => answer({ kind: 'failed', message: String(error) }));
});
process.on('disconnect', () => process.exit());
