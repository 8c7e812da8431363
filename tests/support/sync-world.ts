/** Sync on a real database and real sockets: rows to start from, an authority that reads the real epochs, real providers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createLocalBus } from '../../server/bus/bus.ts';
import { type Database, inTransaction } from '../../server/db/connect.ts';
import type { Authority } from '../../server/sync/authority.ts';
import { createDocument } from '../../server/sync/create-document.ts';
import type { UpdateLog } from '../../server/sync/log.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import { createSyncOn } from '../../server/sync/sync.ts';
import type { DocumentAccess, DocumentKind } from '../../shared/documents/kinds.ts';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { ConferenceId, DocumentId, HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import { MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';

export const origin = 'http://localhost:3000';

export async function insertPerson({ sql }: Database, name = 'Anna'): Promise<PersonId> {
  const id = newId(PersonId);
  await sql`
    insert into person (id, email, name, function, screen_language, created_at)
    values (${id}, ${`${id}@example.org`}, ${name}, 'social', 'it', now())`;
  return id;
}

export async function insertHousehold({ sql }: Database, openedBy: PersonId): Promise<HouseholdId> {
  const id = newId(HouseholdId);
  await sql`
    insert into household (id, code, name, status, languages, opened_on, opened_by)
    values (${id}, ${id}, 'Famiglia', 'enrolled', '{it}', current_date, ${openedBy})`;
  return id;
}

export async function insertDocument(
  db: Database,
  householdId: HouseholdId,
  { kind = 'care-plan' as DocumentKind, seed = new Y.Doc() } = {},
): Promise<DocumentId> {
  const id = newId(DocumentId);
  const conferenceId = kind === 'minutes' ? newId(ConferenceId) : null;
  await inTransaction(db, (tx) =>
    createDocument(tx, { id, householdId, kind, conferenceId, seed, authorId: null }),
  );
  return id;
}

/** A household of its own with one plan, and its tutor. */
export async function insertPlan(db: Database, seed?: Y.Doc) {
  const personId = await insertPerson(db);
  const householdId = await insertHousehold(db, personId);
  return { personId, householdId, documentId: await insertDocument(db, householdId, seed && { seed }) };
}

/** `person=<id>` is a session. Access is `write` unless set otherwise; the facts are the test's, the epochs Postgres'. */
export function createTestAuthority({ sql }: Database) {
  const accessOf = new Map<PersonId, DocumentAccess | null>();
  const signedOut = new Set<PersonId>();
  const authority: Authority = {
    async signIn({ cookie }) {
      const id = PersonId.safeParse(cookie?.replace(/^person=/, ''));
      if (!id.success || signedOut.has(id.data)) return null;
      const [person] = await sql<{ name: string }[]>`select name from person where id = ${id.data}`;
      if (person === undefined) return null;
      const actor = { personId: id.data, function: 'social', bodyId: null, householdId: null } as const;
      const presence = { id: id.data, name: person.name, function: 'social', body: null } as const;
      return { kind: 'person', actor, presence, sessionId: id.data };
    },
    async accessTo(identity, documentId) {
      if (identity.kind === 'guest') return null;
      const { personId } = identity.actor;
      const [facts] = await sql<
        { household_id: HouseholdId; kind: DocumentKind; household_epoch: number; person_epoch: number }[]
      >`
        select document.household_id, document.kind, household.access_epoch as household_epoch, person.access_epoch as person_epoch
        from document join household on household.id = document.household_id, person
        where document.id = ${documentId} and person.id = ${personId}`;
      const access = accessOf.has(personId) ? accessOf.get(personId) : 'write';
      if (facts === undefined || !access) return null;
      const { household_id: householdId, kind } = facts;
      const epochs = { householdEpoch: facts.household_epoch, ownEpoch: facts.person_epoch };
      return { householdId, kind, access, ...epochs };
    },
  };
  return { authority, accessOf, signedOut };
}

/** A listening server with nothing but sync. `wrapLog` may stand between it and Postgres. */
export async function serveSync(
  db: Database,
  authority: Authority,
  {
    wrapLog = (log: UpdateLog) => log,
    report = (_error: unknown) => {},
    port: wantedPort = 0,
    bus = createLocalBus(),
  } = {},
) {
  const sync = createSyncOn({
    log: wrapLog(createPostgresLog(db)),
    bus,
    authority,
    origins: [origin],
    report,
    now: () => performance.now(),
  });
  const server = createServer((_request, response) => response.writeHead(404).end());
  sync.attach(server);
  await new Promise<void>((listening) => server.listen(wantedPort, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    sync,
    port,
    url: `ws://127.0.0.1:${port}/sync`,
    async close(): Promise<void> {
      await sync.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const socketClass = (personId: PersonId, itsOrigin: string) =>
  class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie: `person=${personId}` }, origin: itsOrigin });
    }
  };

/** A real y-websocket page of this person. */
export function openProvider(url: string, documentId: DocumentId, personId: PersonId, doc = new Y.Doc()) {
  const provider = new WebsocketProvider(url, documentId, doc, {
    // ws speaks the browser's WebSocket; its types differ in what events carry.
    WebSocketPolyfill: socketClass(personId, origin) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { [schemaParameter]: String(schemaVersion) },
    maxBackoffTime: 200,
  });
  const page = {
    doc,
    provider,
    /** On the current connection: update frames sent, and committed. */
    sent: 0,
    acked: 0,
    closed: undefined as number | undefined,
    isSaved: () => provider.synced && page.sent === page.acked,
    destroy(): void {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
  provider.messageHandlers[MessageKind.ack] = (_encoder, decoder) => {
    page.acked = decoding.readVarUint(decoder);
  };
  const ofProtocol = provider.messageHandlers[MessageKind.sync];
  provider.messageHandlers[MessageKind.sync] = (encoder, decoder, ...rest) => {
    if (decoding.peekVarUint(decoder) === 0) page.sent++; // it is asked, and answers with a step 2
    ofProtocol?.(encoder, decoder, ...rest);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') page.sent = page.acked = 0;
  });
  provider.on('closed', ({ code }) => {
    page.closed = code;
  });
  doc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from !== provider && provider.wsconnected) page.sent++;
  });
  return page;
}

export type ProviderPage = ReturnType<typeof openProvider>;

export type SocketOptions = {
  readonly personId?: PersonId;
  readonly origin?: string | undefined;
  readonly schema?: string | undefined;
};

/** A bare socket, for what no honest page does. */
export function openSocket(
  url: string,
  path: string,
  { personId, origin: itsOrigin, schema = String(schemaVersion) }: SocketOptions,
) {
  const socket = new WebSocket(`${url}/${path}?${schemaParameter}=${schema}`, {
    headers: personId === undefined ? {} : { cookie: `person=${personId}` },
    ...(itsOrigin === undefined ? {} : { origin: itsOrigin }),
  });
  const opened = new Promise<void>((resolve) => socket.once('open', resolve));
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  socket.on('error', () => undefined);
  return { socket, opened, closed };
}
