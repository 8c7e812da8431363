/** What there is once minutes are frozen: who was there and signed, addenda, who was given what, copies. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Actor, Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Addendum, Closing } from '../../../shared/records/minutes.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import type { ConferenceRow } from '../conferences/facts.ts';
import { personBriefs } from '../people/queries.ts';
import { addendaOf, addendumSignatures } from './addenda.ts';
import { isAmong, mayAdd, mayReadTo } from './allowed.ts';
import { attendeesOf, presentAttendee } from './attendance.ts';
import { accountsOf, isAsked, liveSignatures, namesOfSigning, presentSignature } from './signing.ts';
import { minutesCopy, minutesDistribution, minutesRecipient } from './table.ts';

type Shown = Pick<Closing, 'attendees' | 'addenda' | 'distributions' | 'copies'>;

export async function readAfterFreezing(
  reader: Reader,
  actor: Actor,
  relation: Relation,
  row: ConferenceRow,
): Promise<{ readonly shown: Shown; readonly mayAdd: boolean }> {
  if (row.status !== 'frozen') {
    return { shown: { attendees: [], addenda: [], distributions: [], copies: [] }, mayAdd: false };
  }
  const attendees = await attendeesOf(reader, row.id);
  const accounts = await accountsOf(reader, row.householdId);
  const signatures = await liveSignatures(reader, row.id);
  const names = await namesOfSigning(reader, signatures);
  const own = isAmong(actor, attendees, accounts);
  const lends = mayReadTo(actor, relation, row);
  const may = mayAdd(actor, relation, attendees, accounts);
  const shown: Shown = {
    attendees: attendees.map((each) => {
      const signature = signatures.find(({ attendee }) => attendee === each.key);
      const canSign =
        signature?.answer === 'signed' || !isAsked(each)
          ? null
          : own?.key === each.key
            ? ('self' as const)
            : lends && each.memberId !== null && !accounts.has(each.memberId)
              ? ('device' as const)
              : null;
      return {
        ...presentAttendee(each),
        signature: signature ? presentSignature(signature, names) : null,
        canSign,
        asked: isAsked(each),
      };
    }),
    addenda: await readAddenda(reader, actor, row, may),
    distributions: await readDistributions(reader, row),
    copies: await readCopies(reader, row),
  };
  return { shown, mayAdd: may };
}

async function readAddenda(
  reader: Reader,
  actor: Actor,
  { id }: ConferenceRow,
  may: boolean,
): Promise<Addendum[]> {
  const rows = await addendaOf(reader, id);
  const signatures = await addendumSignatures(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map(({ conferenceId: _, authorId, ...row }) => {
    const its = signatures.filter(({ addendumId }) => addendumId === row.id);
    return {
      ...row,
      signatures: its.map(({ name, function: of, body, at }) => ({ name, function: of, body, at })),
      canSign: may && authorId !== actor.personId && !its.some(({ personId }) => personId === actor.personId),
    };
  });
}

async function readDistributions(reader: Reader, { id }: ConferenceRow): Promise<Closing['distributions']> {
  const rows = await reader
    .select()
    .from(minutesDistribution)
    .where(eq(minutesDistribution.conferenceId, id))
    .orderBy(asc(minutesDistribution.sentAt));
  const recipients = await reader
    .select()
    .from(minutesRecipient)
    .where(
      inArray(
        minutesRecipient.distributionId,
        rows.map((row) => row.id),
      ),
    );
  const people = await personBriefs(reader, [
    ...rows.map(({ sentBy }) => sentBy),
    ...recipients.map(({ personId }) => personId),
  ]);
  const bodies = await bodyBriefs(
    reader,
    rows.flatMap(({ toBodyId }) => toBodyId ?? []),
  );
  return rows.map(({ id: distributionId, toKind, toBodyId, pointIds, sentBy, sentAt }) => {
    const by = people.get(sentBy);
    assert(by, 'whoever gave is a person');
    const given = recipients
      .filter((each) => each.distributionId === distributionId)
      .map(({ personId, openedAt }) => ({ name: people.get(personId)?.name ?? '', openedAt }))
      .sort((a, b) => a.name.localeCompare(b.name, 'it'));
    const name =
      toKind === 'body' && toBodyId !== null
        ? (bodies.get(toBodyId)?.name ?? null)
        : toKind === 'person'
          ? (given[0]?.name ?? null)
          : null;
    return { id: distributionId, to: toKind, name, pointIds, by, at: sentAt, recipients: given };
  });
}

async function readCopies(reader: Reader, { id }: ConferenceRow): Promise<Closing['copies']> {
  const rows = await reader
    .select()
    .from(minutesCopy)
    .where(eq(minutesCopy.conferenceId, id))
    .orderBy(asc(minutesCopy.language));
  const people = await personBriefs(
    reader,
    rows.map(({ writtenBy }) => writtenBy),
  );
  return rows.map(({ language, text, writtenBy, writtenAt }) => {
    const by = people.get(writtenBy);
    assert(by, 'whoever wrote is a person');
    return { language, text, by, at: writtenAt };
  });
}
