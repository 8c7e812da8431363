/** Minutes after the conference as whoever sees the case may see them. */
import { asc, eq, inArray } from 'drizzle-orm';
import type * as Y from 'yjs';
import type { Actor, Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { blocksOf, canonicalWords } from '../../../shared/documents/minutes-words.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Closing } from '../../../shared/records/minutes.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { Reader } from '../../db/connect.ts';
import { storedStateAt } from '../../sync/stored-state.ts';
import { type ConferenceRow, conferenceRow } from '../conferences/facts.ts';
import type { ConferenceOf } from '../conferences/lock.ts';
import { openMinutes, sha256 } from '../conferences/minutes.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { readAfterFreezing } from './after-freezing.ts';
import { mayGive, mayReadTo, mayWriteCopy } from './allowed.ts';
import { type Present, peopleIn, presentIn } from './attendance.ts';
import { changesBetween } from './changes.ts';
import { openKeyOf, openThings } from './open-things.ts';
import { mayRemindInMs } from './signing.ts';
import { minutesReader, minutesReading, minutesRemark, type ReaderRow } from './table.ts';
import { tasksOfConference } from './tasks-out.ts';

export async function readClosing(
  reader: Reader,
  actor: Actor,
  of: ConferenceOf,
  now: Date,
): Promise<Outcome<Closing>> {
  const allowed = await authorise(reader, actor, of.householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const row = await conferenceRow(reader, of);
  if (row === null) return refuse('not-available');
  const doc = await openMinutes(reader, row.minutesId);
  try {
    return ok(await present(reader, actor, allowed.value, row, doc, now));
  } finally {
    doc.destroy();
  }
}

async function present(
  reader: Reader,
  actor: Actor,
  relation: Relation,
  row: ConferenceRow,
  doc: Y.Doc,
  now: Date,
): Promise<Closing> {
  const people = await peopleIn(reader, row.householdId, doc);
  const hash = sha256(canonicalWords(doc));
  const open = row.status === 'frozen' ? [] : await openThings(reader, row, doc, people);
  const reading = await readReading(reader, row);
  const said = new Map(reading.said.map((each) => [each.reader, each]));
  const saidOf = ({ memberId, personId }: Present) => said.get(memberId ?? personId ?? '');
  const asked = people.filter(({ kind }) => kind !== 'guest');
  const isChair = actor.personId === row.chairId;
  const isBeingRead =
    row.status === 'held' && reading.reading !== null && relation.household.status !== 'closed';
  const mayRead = isBeingRead && mayReadTo(actor, relation, row);
  const own = said.get(actor.personId);
  const after = await readAfterFreezing(reader, actor, relation, row);
  const tasks = await tasksOfConference(reader, row);
  const briefs = await personBriefs(
    reader,
    tasks.map(({ ownerId }) => ownerId),
  );
  return {
    hash,
    reading: reading.reading,
    readers: asked.map((each) => ({
      ...lineOf(each),
      state: stateOf(saidOf(each), hash),
      at: saidOf(each)?.at ?? null,
      readBy: each.kind === 'member' ? (reading.names.get(saidOf(each)?.saidBy ?? '')?.name ?? null) : null,
    })),
    changes: own && own.hash !== hash ? await changesSince(reader, row, own, doc) : null,
    remarks: reading.remarks,
    open,
    openKey: openKeyOf(open),
    present: presentIn(people),
    quorum: row.quorum,
    withoutQuorum: row.withoutQuorum,
    ...after.shown,
    tasks: tasks.map(({ id, title, ownerId, due, status }) => {
      const owner = briefs.get(ownerId);
      assert(owner, 'a task is somebody’s');
      return { id, title, owner, due, status };
    }),
    can: {
      startReading: row.status === 'held' && isChair && relation.household.status !== 'closed',
      sayFine: isBeingRead && asked.some(({ personId }) => personId === actor.personId),
      readTo: mayRead
        ? asked.flatMap(({ memberId, name }) => (memberId === null ? [] : [{ id: memberId, name }]))
        : [],
      remark: isBeingRead,
      answer: isBeingRead && (isChair || actor.personId === row.minuteTakerId),
      freeze: row.status === 'held' && isChair && relation.household.status !== 'closed',
      add: row.status === 'frozen' && after.mayAdd,
      distribute: row.status === 'frozen' && mayGive(actor, relation, row),
      writeCopy: row.status === 'frozen' && mayWriteCopy(relation),
      remind:
        row.status === 'frozen' &&
        (isChair || actor.personId === row.minuteTakerId) &&
        mayRemindInMs(row.signaturesAskedAt, now) <= 0,
    },
  };
}

const lineOf = ({ key, kind, name, function: its, body, place }: Present) => ({
  key,
  kind,
  name,
  function: its,
  body,
  place,
});

const stateOf = (said: ReaderRow | undefined, hash: string): 'waiting' | 'fine' | 'changed' => {
  if (said === undefined) return 'waiting';
  return said.hash === hash ? 'fine' : 'changed';
};

/** Null when what was read can't be had any more. */
async function changesSince(
  reader: Reader,
  row: ConferenceRow,
  said: ReaderRow,
  doc: Y.Doc,
): Promise<Closing['changes']> {
  const before = await storedStateAt(reader, row.minutesId, said);
  if (before === null) return null;
  const changes = changesBetween(blocksOf(before), blocksOf(doc));
  before.destroy();
  return changes;
}

type Reading = {
  readonly reading: Closing['reading'];
  readonly said: readonly ReaderRow[];
  readonly remarks: Closing['remarks'];
  readonly names: ReadonlyMap<string, PersonBrief>;
};

async function readReading(reader: Reader, { id }: ConferenceRow): Promise<Reading> {
  const [reading] = await reader.select().from(minutesReading).where(eq(minutesReading.conferenceId, id));
  const said = await reader.select().from(minutesReader).where(eq(minutesReader.conferenceId, id));
  const remarks = await reader
    .select()
    .from(minutesRemark)
    .where(inArray(minutesRemark.conferenceId, [id]))
    .orderBy(asc(minutesRemark.at), asc(minutesRemark.id));
  const names = await personBriefs(reader, [
    ...(reading ? [reading.startedBy] : []),
    ...said.map(({ saidBy }) => saidBy),
    ...remarks.flatMap(({ personId, answeredBy }) => [personId, ...(answeredBy ? [answeredBy] : [])]),
  ]);
  const named = (personId: PersonId): PersonBrief => {
    const brief = names.get(personId);
    assert(brief, 'whoever wrote is a person');
    return brief;
  };
  return {
    reading: reading
      ? { startedBy: named(reading.startedBy), startedAt: reading.startedAt, until: reading.until }
      : null,
    said,
    remarks: remarks.map(({ personId, answer, answeredBy, answeredAt, conferenceId: _, ...remark }) => ({
      ...remark,
      by: named(personId),
      answer:
        answer && answeredBy && answeredAt ? { text: answer, by: named(answeredBy), at: answeredAt } : null,
    })),
    names,
  };
}
