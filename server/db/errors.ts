/** Which constraint or conflict a failed statement met. Drizzle wraps the driver's error: the code is on its cause. */
import postgres from 'postgres';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const uniqueViolation = '23505';
const exclusionViolation = '23P01';
const serializationFailure = '40001';
const deadlockDetected = '40P01';

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
