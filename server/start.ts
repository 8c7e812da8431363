/**
 * Composes the server: constructs every part, connects them, and takes them down in order. Listens first, so that a
 * taken port shows at once and whoever waits can ask whether we are ready.
 */
import { type Logger, pino } from 'pino';
import { changesAccess } from '../shared/activity.ts';
import type { LoggedEvent } from './activity/log.ts';
import { type ActivityTail, createActivityTail } from './activity/tail.ts';
import { readAddressKey } from './address-key.ts';
import { createApp } from './app/app.ts';
import { trustProxies } from './app/client-address.ts';
import { errorForLog } from './app/error-for-log.ts';
import { createMetrics, type Metrics } from './app/metrics.ts';
import { allRoutes } from './app/routes.ts';
import { showSync } from './app/sync-metrics.ts';
import { createAuth } from './auth/auth.ts';
import { audienceFacts, createAuthority } from './authority.ts';
import type { Bus } from './bus/bus.ts';
import { createBus } from './bus/choose-bus.ts';
import { clientFolder } from './client-build.ts';
import type { World } from './command.ts';
import type { Config } from './config.ts';
import { connect, type Database } from './db/connect.ts';
import { startEmbeddedPostgres } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { createFeed, type Feed } from './feed/feed.ts';
import { inviteFirstAdministrator } from './first-administrator.ts';
import { createHttpServer } from './http-server.ts';
import { createProjection } from './projection/projection.ts';
import type { DemoInfo } from './records/demo/routes.ts';
import { type AddressBox, createAddressBox } from './records/secret-addresses/box.ts';
import { repeat } from './repeat.ts';
import { ruleEveryMs, rules } from './rules.ts';
import { createSync, type Sync } from './sync/sync.ts';

export type StartOptions = {
  /** Loads a network before anybody is let in, and tells what the sign-in page offers: only for a demo. */
  readonly demo?: (world: World, addresses: AddressBox | null) => Promise<DemoInfo>;
  /** For people: where we are, what to do first. The log is for programs. */
  readonly say: (line: string) => void;
  /** The database went away for good: nothing can be saved any more. */
  readonly onLost: () => void;
};

/** Something with a lifetime. */
type Closable = { close(): Promise<unknown> };

export type RunningServer = {
  /** An address on this machine. */
  readonly url: string;
  /** Stops letting in, finishes what was begun, makes it durable, lets go. At most ten seconds; a second call waits too. */
  close(): Promise<void>;
};

const forgetSessionsEveryMs = 3_600_000;

export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, base: null });
  const http = createHttpServer();
  // What was opened, to be closed in the opposite order, also when a later step fails.
  const opened: Closable[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= closeEverything();
    return closing;
  };
  try {
    const url = await compose();
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function closeEverything(): Promise<void> {
    http.stopListening(); // nobody new comes in, while what was begun can still reach the database
    for (const part of opened.toReversed()) {
      await part
        .close()
        .catch((error: unknown) => log.error({ error: errorForLog(error) }, 'could not close'));
    }
    http.cutAll();
  }

  async function compose(): Promise<string> {
    const port = await http.listen(config);
    const origins = config.publicOrigins ?? [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

    warnOfUnused(config, log);
    const { db, databaseUrl } = await openDatabase(config, log, options.onLost, opened);
    const bus = createBus({ ...config.bus, databaseUrl }, { onStateChange: sayBusState(log) });
    opened.push(bus);
    const world: World = { db, bus, now: () => new Date() };
    const addressKey = await readAddressKey(config);
    const addresses = addressKey && createAddressBox(addressKey);
    if (addresses === null) log.warn('without ADDRESS_KEY no secret address can be stored');
    const demo = options.demo ? await options.demo(world, addresses) : null;

    const secure = origins.every((origin) => origin.startsWith('https:'));
    const auth = createAuth(world, { secure, limitAddresses: config.limitAddresses });
    const report = (error: unknown, doing: string) =>
      log.error({ error: errorForLog(error), doing }, 'failed');

    const tail = await createActivityTail(world, { onError: (error) => report(error, 'following the log') });
    opened.push(tail);
    const sync = createSync({
      db,
      bus: world.bus,
      authority: createAuthority(db.orm, auth),
      origins,
      report,
    });
    const projection = createProjection(world, sync, {
      onError: (error) => report(error, 'projecting a plan'),
    });
    opened.push(projection, { close: http.endRequests }, sync);
    tellSync(tail, sync, report);
    const feed = createFeed({ world, tail, facts: audienceFacts(db.orm) });
    opened.push(feed);
    opened.push(
      ...rules.map(({ doing, run }) =>
        repeat(
          ruleEveryMs,
          () => run(world),
          (error) => report(error, doing),
        ),
      ),
      repeat(forgetSessionsEveryMs, auth.forgetExpired, (error) => report(error, 'forgetting sessions')),
    );

    const metrics = createMetrics();
    showInMetrics(metrics, sync, feed, bus);
    const origin = origins[0] ?? '';
    const app = createApp({
      world,
      auth,
      routes: allRoutes({ auth, origin, demo, addresses, chromiumPath: config.chromiumPath }),
      checkResponses: false,
      origins,
      isTrustedProxy: trustProxies(config.trustedProxies),
      feed,
      metrics,
      log,
      ready: () => (closing ? Promise.resolve(false) : answers(db)),
      clientFolder,
    });
    sync.attach(http.server);
    http.answerWith(app.fetch);

    const link = await inviteFirstAdministrator(world, origin);
    options.say(`Trama is at ${origin}`);
    if (link) options.say(`Nobody has an account yet. The administrator makes theirs, once, at ${link}`);
    return `http://127.0.0.1:${port}`;
  }
}

async function openDatabase(
  { databaseUrl, dataDir }: Config,
  log: Logger,
  onLost: () => void,
  opened: Closable[],
): Promise<{ db: Database; databaseUrl: string }> {
  let url = databaseUrl;
  if (url === null) {
    const postgres = await startEmbeddedPostgres({ dataDir, log: (message) => log.info(message), onLost });
    opened.push({ close: postgres.stop });
    url = postgres.url;
  }
  const db = connect(url, { max: 20 });
  opened.push(db);
  const applied = await migrate(db);
  if (applied.length > 0) log.info({ applied }, 'migrated');
  return { db, databaseUrl: url };
}

/** Where the two flows meet: what happened to a record may close or narrow sockets that are open. */
function tellSync(tail: ActivityTail, sync: Sync, report: (error: unknown, doing: string) => void): void {
  tail.subscribe((entry) => {
    for (const change of accessChangesOf(entry)) {
      sync
        .accessChanged(change)
        .catch((error: unknown) => report(error, 'telling sync of a change of access'));
    }
  });
}

function accessChangesOf({ householdId, event }: LoggedEvent): Parameters<Sync['accessChanged']>[0][] {
  if (!changesAccess(event.kind)) return [];
  if (householdId !== null) return [{ householdId }];
  return 'personId' in event ? [{ personId: event.personId }] : [];
}

function showInMetrics(metrics: Metrics, sync: Sync, feed: Feed, bus: Bus): void {
  showSync(metrics, sync.stats, bus.status);
  metrics.gauge('feed_connections', 'Open feeds.', feed.connections);
}

/** A dead bus only slows things down: worth a line, no more. */
const sayBusState =
  (log: Logger) =>
  (isConnected: boolean, error?: unknown): void => {
    if (isConnected) log.info('other nodes can be reached');
    else
      log.warn(
        { error: errorForLog(error) },
        'other nodes can’t be reached: what they do is found by looking',
      );
  };

const answers = (db: Database): Promise<boolean> =>
  Promise.race([
    db.sql`select 1`.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref()),
  ]);

/** Settings of the contract that this version reads and doesn't act on yet: better said than silently dropped. */
function warnOfUnused({ mail, oidc }: Config, log: Logger): void {
  if (mail !== null) log.warn('SMTP_URL is not used yet: links are shown, not sent');
  if (oidc !== null) log.warn('OIDC_* is not used yet: people sign in with e-mail and password');
}
