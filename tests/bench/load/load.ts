/** The load generator, seen from the process that started it. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Command, Joined, Plan, Play, Played, Recalled } from './plan.ts';

export type Load = {
  /** Opens every seat of the plan and waits until all are in sync. */
  join(plan: Plan): Promise<Joined>;
  /** Everybody types and moves; `began` and `ended` are called at both ends of the window. */
  play(play: Play, onWindow?: { began?: () => void; ended?: () => void }): Promise<Played>;
  /** Cuts every connection and opens all again at once. */
  storm(): Promise<Joined>;
  /** Looks in a server that was started again for what had been seen before. */
  recall(port: number): Promise<Recalled>;
  leave(): Promise<void>;
  close(): void;
};

export function startLoad(): Load {
  const child = fork(fileURLToPath(new URL('generator.ts', import.meta.url)), { stdio: 'inherit' });
  const listeners = new Set<(answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    for (const listener of listeners) listener(answer);
  });

  function ask(command: Command, hear: (answer: Answer) => void = () => undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        listeners.delete(listen);
        child.off('exit', ended);
      };
      const ended = (): void => {
        finish();
        reject(new Error('the load generator ended'));
      };
      const listen = (answer: Answer): void => {
        if (answer.kind === 'began' || answer.kind === 'ended') {
          hear(answer);
          return;
        }
        finish();
        if (answer.kind === 'failed') reject(new Error(answer.message));
        else resolve(answer);
      };
      listeners.add(listen);
      child.once('exit', ended);
      child.send(command);
    });
  }

  async function askJoined(command: Command): Promise<Joined> {
    const answer = await ask(command);
    if (answer.kind !== 'joined') throw new Error(`the load generator answered ${answer.kind}`);
    return answer.joined;
  }

  return {
    join: (plan) => askJoined({ kind: 'join', plan }),
    storm: () => askJoined({ kind: 'storm' }),
    async play(order, { began, ended } = {}) {
      const answer = await ask({ kind: 'play', play: order }, ({ kind }) =>
        kind === 'began' ? began?.() : ended?.(),
      );
      if (answer.kind !== 'played') throw new Error(`the load generator answered ${answer.kind}`);
      return answer.played;
    },
    async recall(port) {
      const answer = await ask({ kind: 'recall', port });
      if (answer.kind !== 'recalled') throw new Error(`the load generator answered ${answer.kind}`);
      return answer.recalled;
    },
    async leave() {
      await ask({ kind: 'leave' });
    },
    close: () => void child.kill(),
  };
}
