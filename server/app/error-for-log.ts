/** What of an error may be logged: what kind, which constraint, where. Messages of drivers and parsers quote values. */
import { BrokenInvariant } from '../../shared/assert.ts';

type Described = {
  name: string;
  says?: string;
  code?: string;
  constraint?: string;
  at: string[];
  cause?: Described;
};

export function errorForLog(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, constraint_name } = error as { code?: unknown; constraint_name?: unknown }; // Postgres's and Node's errors carry them
  return {
    name: error.name,
    // Our own words about what must hold; a driver's message would hold the row.
    ...(error instanceof BrokenInvariant && { says: error.message }),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint_name === 'string' && { constraint: constraint_name }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: errorForLog(error.cause) }),
  };
}
