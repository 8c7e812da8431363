/** What waits for one person after conferences: to read, to sign, and what they were given. */
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '../../../shared/access.ts';
import { canonicalWords } from '../../../shared/documents/minutes-words.ts';
import type { ConferenceId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { minutesEndpoints } from '../../../shared/records/minutes.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conferenceRows } from '../conferences/facts.ts';
import { openMinutes, sha256 } from '../conferences/minutes.ts';
import { householdBriefs } from '../households/briefs.ts';
import { peopleIn } from './attendance.ts';
import { excerptsGiven } from './excerpts.ts';
import { minutesReader, minutesReading } from './table.ts';

type Waiting = z.infer<typeof minutesEndpoints.mine.response>;

/** The newest so many of each: what is older is found with its conference. */
const most = 20;

export async function readWaitingMinutes(reader: Reader, actor: Actor): Promise<Outcome<Waiting>> {
  const toRead = await readingsWaiting(reader, actor);
  const toSign = await signaturesWaiting(reader, actor);
  const given = (await excerptsGiven(reader, actor)).slice(0, most);
  const rows = [...toRead.map(({ row }) => row), ...toSign, ...given.map(({ row }) => row)];
  const households = await householdBriefs(
    reader,
    rows.map(({ householdId }) => householdId),
  );
  const present = ({ id, householdId, title, start }: ConferenceRow) => ({
    conferenceId: id,
    household: { id: householdId, code: households.get(householdId)?.code ?? '' },
    title,
    start,
  });
  return ok({
    toRead: toRead.map(({ row, until }) => ({ ...present(row), until })),
    toSign: toSign.map((row) => ({
      ...present(row),
      distributionId: given.find((each) => each.row.id === row.id)?.distribution.id ?? null,
    })),
    given: given.map(({ row, distribution, openedAt }) => ({
      ...present(row),
      distributionId: distribution.id,
      at: distribution.sentAt,
      opened: openedAt !== null,
    })),
  });
}

/** Minutes being read in cases they see, where they were there and haven't said "fine" of the words as they are. */
async function readingsWaiting(reader: Reader, actor: Actor) {
  const readings = await reader.execute<{ id: ConferenceId }>(sql`
    select reading.conference_id as id from minutes_reading reading
      join conference on conference.id = reading.conference_id and conference.status = 'held'
      join household_reader on household_reader.household_id = conference.household_id
        and household_reader.sees_case and household_reader.person_id = ${actor.personId}
    group by reading.conference_id order by max(reading.started_at) desc limit ${most}`);
  const rows = await conferenceRows(
    reader,
    readings.map(({ id }) => id),
  );
  const waiting: { row: ConferenceRow; until: Waiting['toRead'][number]['until'] }[] = [];
  for (const row of rows.values()) {
    const [reading] = await reader
      .select()
      .from(minutesReading)
      .where(eq(minutesReading.conferenceId, row.id));
    const said = await reader.select().from(minutesReader).where(eq(minutesReader.conferenceId, row.id));
    const doc = await openMinutes(reader, row.minutesId);
    const people = await peopleIn(reader, row.householdId, doc);
    const hash = sha256(canonicalWords(doc));
    doc.destroy();
    const wasThere = people.some(({ personId }) => personId === actor.personId);
    const isFine = said.some((each) => each.reader === actor.personId && each.hash === hash);
    if (reading && wasThere && !isFine) waiting.push({ row, until: reading.until });
  }
  return waiting;
}

/** Frozen minutes of households they take part in, where they were there and have not answered. */
async function signaturesWaiting(reader: Reader, actor: Actor): Promise<ConferenceRow[]> {
  const ids = await reader.execute<{ id: ConferenceId }>(sql`
    select conference.id from conference_attendee attendee
      join conference on conference.id = attendee.conference_id and conference.status = 'frozen'
      left join member on member.id = attendee.member_id
    where coalesce(attendee.person_id, member.person_id) = ${actor.personId}
      and not exists (select from minutes_signature where conference_id = conference.id
        and attendee = attendee.key and voided_at is null)
      and exists (select from household_reader
        where household_id = conference.household_id and person_id = ${actor.personId}
          and (sees_case or ${actor.function === 'family'}))
    order by conference.start desc limit ${most}`);
  const rows = await conferenceRows(
    reader,
    ids.map(({ id }) => id),
  );
  return ids.flatMap(({ id }) => rows.get(id) ?? []);
}
