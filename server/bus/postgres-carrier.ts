/**
 * Postgres' LISTEN and NOTIFY: no server more than the database. Over connections of its own and never in a business
 * transaction, because a NOTIFY takes a lock that every other one of the database waits for.
 */
import { connect } from '../db/connect.ts';
import type { Carrier } from './link.ts';

const channel = 'trama';

export function postgresCarrier(databaseUrl: string): Carrier {
  return {
    name: 'Postgres',
    mostBytes: 7_900, // NOTIFY takes less than 8,000
    async open({ hear, lose }) {
      // A hint needn't wait for the disk: what it points at is there already.
      const db = connect(databaseUrl, { max: 1 }).hurried();
      let isListening = false;
      try {
        await db.sql.listen(channel, hear, () => {
          // The driver listens again by itself; what was said meanwhile is lost.
          if (isListening) lose(new Error('the listening connection was lost'));
          isListening = true;
        });
      } catch (error) {
        await db.close().catch(() => undefined);
        throw error;
      }
      return {
        send: async (text) => void (await db.sql.notify(channel, text)),
        close: () => db.close().catch(() => undefined),
      };
    },
  };
}
