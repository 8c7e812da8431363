/** Redis or Valkey, publish and subscribe: nothing is kept there. */
import { createClient } from 'redis';
import type { Carrier } from './link.ts';

const channel = 'trama';
const connectTimeoutMs = 3_000;

export function redisCarrier(url: string): Carrier {
  return {
    name: 'Redis',
    mostBytes: 64 * 1024,
    async open({ hear, lose }) {
      // One connection both ways (RESP 3). It neither reconnects nor queues by itself: the bus knows better what to drop.
      const client = createClient({
        url,
        RESP: 3,
        disableOfflineQueue: true,
        socket: { reconnectStrategy: false, connectTimeout: connectTimeoutMs },
      });
      client.on('error', lose);
      client.on('end', () => lose(new Error('the connection was closed')));
      const letGo = (): void => {
        if (client.isOpen) client.destroy();
      };
      try {
        await client.connect();
        await client.subscribe(channel, hear);
      } catch (error) {
        letGo();
        throw error;
      }
      return {
        send: async (text) => void (await client.publish(channel, text)),
        close: async () => letGo(),
      };
    },
  };
}
