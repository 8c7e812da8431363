/** A Trama process from its first line to its last: starts, says what went wrong in plain words, stops on a signal. */
import { ClientMissing } from './client-build.ts';
import { type Config, ConfigRefused } from './config.ts';
import { DatabaseRefused } from './db/refusal.ts';
import { PortRefused } from './http-server.ts';
import { type StartOptions, startServer } from './start.ts';

/** Longer than any orderly end takes; then the process ends all the same. */
const longestEndMs = 9_500;

/** What the person who starts Trama can mend: told without a stack. */
const mendable = [ConfigRefused, DatabaseRefused, PortRefused, ClientMissing];

export type Prepared = { readonly config: Config; readonly demo?: StartOptions['demo'] };

/** Runs until SIGTERM or SIGINT; a second one ends at once. `prepare` reads settings and does what comes before. */
export async function runProgram(prepare: (say: (line: string) => void) => Promise<Prepared>): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const complain = (line: string): void => void process.stderr.write(`${line}\n`);
  const stopAsked = Promise.withResolvers<void>();
  let asked = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      asked += 1;
      if (asked > 1) process.exit(1);
      setTimeout(() => process.exit(1), longestEndMs).unref();
      stopAsked.resolve();
    });
  }
  try {
    const { config, demo } = await prepare(say);
    const server = await startServer(config, {
      ...(demo && { demo }),
      say,
      onLost: () => {
        complain('The database is gone: nothing could be saved any more, so Trama ends.');
        process.exit(1);
      },
    });
    await stopAsked.promise;
    await server.close();
    process.exit(0); // a library's forgotten timer doesn't keep us
  } catch (error) {
    if (!mendable.some((kind) => error instanceof kind)) throw error;
    complain((error as Error).message); // one of the kinds above
    process.exit(1);
  }
}
