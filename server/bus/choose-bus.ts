/** Which bus the settings ask for. */
import { type Bus, createLocalBus } from './bus.ts';
import { postgresCarrier } from './postgres-carrier.ts';
import { redisCarrier } from './redis-carrier.ts';
import { createRemoteBus, type RemoteBusOptions } from './remote-bus.ts';

/** `databaseUrl` is that of the documents. */
export type BusChoice = { readonly databaseUrl: string } & (
  | { readonly kind: 'local' | 'postgres' }
  | { readonly kind: 'redis'; readonly redisUrl: string }
);

/** Answers at once, also when the carrier can't be reached yet. */
export function createBus(choice: BusChoice, options: RemoteBusOptions): Bus {
  switch (choice.kind) {
    case 'local':
      return createLocalBus();
    case 'postgres':
      return createRemoteBus(postgresCarrier(choice.databaseUrl), options);
    case 'redis':
      return createRemoteBus(redisCarrier(choice.redisUrl), options);
  }
}
