/** What bodies agreed with each other: community pacts, decisions of standing tables, procedures and methods. */
import { instantOf } from '../../shared/dates.ts';
import {
  CommunityPactId,
  newId,
  ProcedureId,
  StandingTableId,
  TableDecisionId,
  TableSessionId,
} from '../../shared/ids.ts';
import type { ProcedureKind } from '../../shared/records/procedures.ts';
import { signCommunityPact, writeCommunityPact } from '../records/community-pacts/commands.ts';
import { addProcedureVersion, writeProcedure } from '../records/procedures/commands.ts';
import {
  openStandingTable,
  planTableSession,
  recordTableSession,
} from '../records/standing-tables/commands.ts';
import type { Step } from './story.ts';
import type { StoryDate } from './story-dates.ts';
import type { Telling } from './story-territory.ts';
import type { TerritoryFile } from './territory-files.ts';

export const stepsOfAgreements = (telling: Telling, file: TerritoryFile): Step[] => [
  ...file.communityPacts.flatMap((pact) => stepsOfPact(telling, pact)),
  ...file.tables.flatMap((table) => stepsOfTable(telling, table)),
  ...file.procedures.flatMap(({ title, versions, body }) =>
    stepsOfProcedure(
      telling,
      'procedure',
      title,
      versions.map((version, index) => ({
        ...version,
        body: version.body ?? (index === versions.length - 1 ? body : ''),
      })),
    ),
  ),
  ...file.methodPages.flatMap(({ title, earlier, updated, by, change, body }) =>
    stepsOfProcedure(
      telling,
      'method',
      title,
      [...earlier, { on: updated, change, body }].map((version) => ({ ...version, by })),
    ),
  ),
];

function stepsOfPact(
  { cast, calendar, coordinator, step }: Telling,
  {
    name,
    area,
    start,
    end,
    signed,
    bodies,
    volunteers,
    interventions,
    publicLink,
  }: TerritoryFile['communityPacts'][number],
): Step[] {
  const id = newId(CommunityPactId);
  const written = step({ day: signed.day - 5 }, coordinator, name, (context) =>
    writeCommunityPact(context, {
      id,
      name,
      area,
      startsOn: calendar.dayOf(start),
      endsOn: calendar.dayOf(end),
      bodyIds: bodies.map(cast.body),
      volunteers: volunteers.map((group) => ({ ...group, bodyId: null })),
      interventions,
      publicLink,
    }),
  );
  const signatures = bodies.map((key) =>
    step(signed, coordinator, `${key} signs ${name}`, (context) =>
      signCommunityPact(context, {
        communityPactId: id,
        bodyId: cast.body(key),
        on: calendar.dayOf(signed),
      }),
    ),
  );
  return [written, ...signatures];
}

function stepsOfTable(
  { cast, calendar, coordinator, step }: Telling,
  { name, purpose, members, sessions }: TerritoryFile['tables'][number],
): Step[] {
  const id = newId(StandingTableId);
  const opened = step({ day: -365 }, coordinator, name, (context) =>
    openStandingTable(context, { id, name, purpose, memberIds: members.map(cast.body) }),
  );
  const held = sessions.flatMap(({ start, attended, topics, decisions }) => {
    const sessionId = newId(TableSessionId);
    const planned = step({ day: Math.min(start.day - 14, -1) }, coordinator, `${name} meets`, (context) =>
      planTableSession(context, {
        standingTableId: id,
        id: sessionId,
        startsAt: instantOf(calendar.plannedMomentOf(start, '10:00')),
        topics,
      }),
    );
    if (attended === null) return [planned];
    const told = step({ day: start.day, time: '20:00' }, coordinator, `${name} decides`, (context) =>
      recordTableSession(context, {
        standingTableId: id,
        sessionId,
        attended,
        decisions: decisions.map((text) => ({ id: newId(TableDecisionId), text, bodyId: null, due: null })),
        version: 1,
      }),
    );
    return [planned, told];
  });
  return [opened, ...held];
}

/** A sentence to a line, so that versions compare as people read them. */
const inLines = (text: string): string => text.replaceAll(/([.?!]) /g, '$1\n');

function stepsOfProcedure(
  { cast, calendar, coordinator, step }: Telling,
  kind: ProcedureKind,
  title: string,
  versions: readonly { on: StoryDate; by: string; change: string; body: string }[],
): Step[] {
  const id = newId(ProcedureId);
  return versions.map(({ on, by, change, body }, index) => {
    const version = {
      text: inLines(body),
      change,
      authorId: cast.person(by),
      inForceFrom: calendar.dayOf(on),
    };
    return step(on, coordinator, `${title}, version ${index + 1}`, (context) =>
      index === 0
        ? writeProcedure(context, { ...version, id, kind, title })
        : addProcedureVersion(context, { ...version, procedureId: id, after: index }),
    );
  });
}
