/** Which constraint or conflict a failed statement met, or whether the database was there at all. Drizzle wraps the driver's error: the code is on its cause. */
import postgres from 'postgres';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const uniqueViolation = '23505';
const exclusionViolation = '23P01';
const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** Postgres ends a connection, or takes none just now. */
const goingOrComing = ['57P01', '57P02', '57P03', '53300'];
/** What postgres.js and the socket below it say when the other side is gone. */
const gone = [
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
];

/**
 * The database went away while it was asked, or isn't there: asking again in a moment is right. Whether what was asked
 * has been done can't be known if it was a commit.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown }; // set by the driver and by Node's sockets
  const isFile = code === 'ENOENT' && !('syscall' in error && error.syscall === 'connect');
  if (typeof code === 'string' && !isFile && [...goingOrComing, ...gone].includes(code)) return true;
  return error.cause !== undefined && isConnectionLost(error.cause);
}

/** A row with that key exists already; with `constraint`, only when that one was broken. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  broke(error, uniqueViolation, constraint);

/** A row overlaps another (EXCLUDE); with `constraint`, only when that one was broken. */
export const isExclusionViolation = (error: unknown, constraint?: string): boolean =>
  broke(error, exclusionViolation, constraint);

/** Two transactions got in each other's way (or deadlocked): running this one again is right. */
export const isSerializationFailure = (error: unknown): boolean =>
  broke(error, serializationFailure) || broke(error, deadlockDetected);

function broke(error: unknown, code: string, constraint?: string): boolean {
  const cause = postgresErrorOf(error);
  return cause?.code === code && (constraint === undefined || cause.constraint_name === constraint);
}

function postgresErrorOf(error: unknown): postgres.PostgresError | undefined {
  if (error instanceof postgres.PostgresError) return error;
  return error instanceof Error && error.cause !== undefined ? postgresErrorOf(error.cause) : undefined;
}
