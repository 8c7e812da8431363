/** A server's process: started, asked, ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Vitals } from './server.ts';

export type Program = {
  readonly port: number;
  readonly pid: number;
  ask(options?: { collected?: boolean }): Promise<Vitals>;
  /** Resolves when it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
};

const execArgv = ['--expose-gc', '--no-warnings'];
/** leveldb first writes what it has taken, a minute and more after a long document. */
const endWithinMs = 180_000;

/** Resolves when it listens. */
export async function startProgram(
  file: string,
  parameters: readonly string[],
  { cwd = process.cwd(), profileFolder }: { cwd?: string; profileFolder?: string | undefined } = {},
): Promise<Program> {
  const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const child = fork(file, parameters, {
    cwd,
    execArgv: [...execArgv, ...profiling],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [first] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code} before it listened`);
    }),
  ]);
  const { port } = first as { port: number }; // all programs here say so first
  return {
    port,
    pid: child.pid ?? 0,
    async ask({ collected = false } = {}) {
      const answered = once(child, 'message');
      child.send(collected ? 'collected-vitals' : 'vitals');
      const [vitals] = await answered;
      return vitals as Vitals; // see vitals.ts
    },
    end: (signal) => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
  await exited;
  clearTimeout(force);
}

/** For the report. */
export const cores = availableParallelism();
