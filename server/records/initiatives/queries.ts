/** Initiatives as the network reads them, and what funders count of them. */
import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { type Actor, mayWriteFor } from '../../../shared/access.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { ProgrammeId } from '../../../shared/ids.ts';
import type { Initiative, InitiativeCounts, InitiativeSession } from '../../../shared/records/initiatives.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { WritesFor } from '../../../shared/records/territory.ts';
import type { Reader } from '../../db/connect.ts';
import { directoryBodies } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { spaceNames } from '../spaces/queries.ts';
import { writesFor } from '../territory/guards.ts';
import { type InitiativeRow, type InitiativeSessionRow, initiative, initiativeSession } from './table.ts';

/** More than a month of a network of a hundred bodies. */
const mostSessions = 3000;

/** Sessions between two days in Rome, both included, under their initiatives; initiatives by their first one. */
export async function readInitiatives(
  reader: Reader,
  actor: Actor,
  { from, to }: { from: Day; to: Day },
): Promise<{ initiatives: Initiative[]; writesFor: WritesFor }> {
  const sessions = await reader
    .select()
    .from(initiativeSession)
    .where(between(from, to))
    .orderBy(asc(initiativeSession.startsAt))
    .limit(mostSessions);
  const ids = [...new Set(sessions.map(({ initiativeId }) => initiativeId))];
  const rows =
    ids.length === 0 ? [] : await reader.select().from(initiative).where(inArray(initiative.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  return {
    initiatives: await presentInitiatives(reader, actor, ordered, sessions),
    writesFor: writesFor(actor),
  };
}

/** Rows with body, place and sessions, in the same order; without those whose body has left the directory. */
export async function presentInitiatives(
  reader: Reader,
  actor: Actor,
  rows: readonly InitiativeRow[],
  sessions: readonly InitiativeSessionRow[],
): Promise<Initiative[]> {
  const bodies = await directoryBodies(
    reader,
    rows.map(({ bodyId }) => bodyId),
  );
  const spaces = await spaceNames(
    reader,
    rows.flatMap(({ spaceId }) => spaceId ?? []),
  );
  const people = await personBriefs(
    reader,
    sessions.flatMap(({ recordedBy }) => recordedBy ?? []),
  );
  return rows.flatMap(({ bodyId, ...rest }) => {
    const of = bodies.get(bodyId);
    if (of === undefined) return [];
    const { id, name, kind, sector, public: isPublic } = of;
    return [
      {
        ...rest,
        body: { id, name, kind, sector, public: isPublic },
        spaceName: (rest.spaceId && spaces.get(rest.spaceId)) ?? null,
        sessions: sessions
          .filter(({ initiativeId }) => initiativeId === rest.id)
          .map((session) => presentSession(session, people)),
        editable: mayWriteFor(actor, bodyId),
      },
    ];
  });
}

function presentSession(
  row: InitiativeSessionRow,
  people: ReadonlyMap<string, PersonBrief>,
): InitiativeSession {
  const { id, startsAt, minutesLong, status, cancelReason, version } = row;
  const { women, children, partners, newcomers, recordedBy } = row;
  const counted = women !== null && children !== null && partners !== null && newcomers !== null;
  return {
    id,
    startsAt,
    minutesLong,
    status,
    cancelReason,
    attendance: counted ? { women, children, partners, newcomers } : null,
    recordedBy: (recordedBy && people.get(recordedBy)) ?? null,
    version,
  };
}

/**
 * A11, for whoever computes indicators: sessions held between two days and how many came, of one programme or of all. A
 * session is what counts: the same group that meets four times is four initiatives to a funder.
 */
export async function countInitiatives(
  reader: Reader,
  { from, to, programmeId }: { from: Day; to: Day; programmeId?: ProgrammeId | undefined },
): Promise<InitiativeCounts> {
  const total = (column: 'women' | 'children' | 'partners' | 'newcomers') =>
    sql<number>`coalesce(sum(${initiativeSession[column]}), 0)::int`;
  const [row] = await reader
    .select({
      held: sql<number>`count(*)::int`,
      women: total('women'),
      children: total('children'),
      partners: total('partners'),
      newcomers: total('newcomers'),
    })
    .from(initiativeSession)
    .innerJoin(initiative, eq(initiative.id, initiativeSession.initiativeId))
    .where(
      and(
        between(from, to),
        eq(initiativeSession.status, 'held'),
        programmeId && eq(initiative.programmeId, programmeId),
      ),
    );
  return row ?? { held: 0, women: 0, children: 0, partners: 0, newcomers: 0 };
}

const midnightInRome = (day: Day) => sql`(${day}::date::timestamp at time zone 'Europe/Rome')`;

const between = (from: Day, to: Day) =>
  and(
    gte(initiativeSession.startsAt, midnightInRome(from)),
    lt(initiativeSession.startsAt, midnightInRome(addDays(to, 1))),
  );
