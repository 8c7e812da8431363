/**
 * Thrown when the database can't be opened or migrated for a reason the person running Trama can mend. The message
 * says what is wrong and what to do; whoever composes the program prints it without a stack and ends.
 */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}
