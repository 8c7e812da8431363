/** tests/support/sync-main.ts as a process: started, told to serve, killed. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Order =
  | {
      readonly kind: 'serve';
      readonly databaseUrl: string;
      /** 0: any. */
      readonly port: number;
      readonly mode: Mode;
      /** People's access never changes: it is asked once. */
      readonly remembersPeople: boolean;
    }
  | { readonly kind: 'tell' };

/** `broadcast-first` breaks the promise on purpose. */
export type Mode = 'commit-first' | 'broadcast-first';

export type Answer =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'serving'; readonly port: number }
  | ({ readonly kind: 'state' } & ProgramState)
  /** Something went wrong inside. */
  | { readonly kind: 'report'; readonly what: string };

/** Bytes are resident and of the heap, after a collection. */
export type ProgramState = { readonly rss: number; readonly heap: number; readonly framesReceived: number };

export type ServeOptions = {
  readonly databaseUrl: string;
  readonly port?: number;
  readonly mode?: Mode;
  readonly remembersPeople?: boolean;
};

export type SyncProgram = {
  /** Answers the port. */
  serve(options: ServeOptions): Promise<number>;
  state(): Promise<ProgramState>;
  /** What it reported so far, each message once. */
  readonly reports: Set<string>;
  /** With -9; resolves when it is gone. A second call is harmless. */
  kill(): Promise<void>;
  /** Undefined while it runs. */
  ended(): string | undefined;
  /** What it said before it ended. */
  said(): string;
};

/** Begins to load at once, from its sources or from a bundle of them. Whoever starts it kills it. */
export function startSyncProgram(
  file = fileURLToPath(new URL('./sync-main.ts', import.meta.url)),
): SyncProgram {
  const child = fork(file, [], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const reports = new Set<string>();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000);
    });
  }
  child.on('message', (answer: Answer) => {
    if (answer.kind === 'report') reports.add(answer.what);
  });
  child.on('error', () => undefined); // a message to one that was just killed
  const loaded = answerOf(child, 'loaded', () => said);
  loaded.catch(() => undefined); // whoever serves hears of it

  return {
    reports,
    async serve({ databaseUrl, port = 0, mode = 'commit-first', remembersPeople = false }) {
      await loaded;
      const serving = answerOf(child, 'serving', () => said);
      child.send({ kind: 'serve', databaseUrl, port, mode, remembersPeople } satisfies Order);
      return (await serving).port;
    },
    async state() {
      const told = answerOf(child, 'state', () => said);
      child.send({ kind: 'tell' } satisfies Order);
      return await told;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    ended: () => child.signalCode ?? (child.exitCode === null ? undefined : `code ${child.exitCode}`),
    said: () => said,
  };
}

function answerOf<K extends Answer['kind']>(
  child: ChildProcess,
  kind: K,
  said: () => string,
): Promise<Extract<Answer, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const hear = (answer: Answer): void => {
      if (answer.kind !== kind) return;
      stop();
      resolve(answer as Extract<Answer, { kind: K }>); // its kind was just compared
    };
    const fail = (): void => {
      stop();
      reject(new Error(`the program ended before it was ${kind}: ${said()}`));
    };
    const stop = (): void => {
      child.off('message', hear);
      child.off('exit', fail);
    };
    child.on('message', hear);
    child.on('exit', fail);
  });
}
