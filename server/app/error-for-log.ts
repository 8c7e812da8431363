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

/** What follows the message in the stack: a message of several lines could look like a frame. */
function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at === -1 ? '' : stack.slice(at + message.length);
}

export function errorForLog(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, constraint_name } = error as { code?: unknown; constraint_name?: unknown }; // Postgres's and Node's errors carry them
  return {
    name: error.name,
    // Our own words about what must hold; a driver's message would hold the row.
    ...(error instanceof BrokenInvariant && { says: error.message }),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint_name === 'string' && { constraint: constraint_name }),
    at: framesOf(error)
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: errorForLog(error.cause) }),
  };
}
