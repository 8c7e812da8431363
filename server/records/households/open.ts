/** Taking a household in: with its members, its tutor and its documents, all in one transaction. */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import { DocumentId, type MemberId, newId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { type HouseholdDraft, householdEndpoints, type Member } from '../../../shared/records/households.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { createDocument } from '../../sync/create-document.ts';
import { recordStatusChange } from '../status-changes/record.ts';
import { assignFirstTutor } from '../tutor/commands.ts';
import { insertMembers, newMember } from './members.ts';
import { refuseDates } from './refuse-dates.ts';
import { firstDocuments, seedOf } from './seeds.ts';
import { household } from './table.ts';

/** A network being loaded gives the code and the members' ids that its files name. */
export type NewHousehold = Omit<HouseholdDraft, 'members'> & {
  readonly code?: string;
  readonly members: readonly (HouseholdDraft['members'][number] & { readonly id?: MemberId })[];
};

type Opened = { readonly id: HouseholdDraft['id']; readonly code: string };

/**
 * Opens a household in screening (analisi preliminare): its regia is pending until a service accepts it. The same id
 * again, from the same person, answers the same.
 */
export async function openHousehold(context: CommandContext, draft: NewHousehold): Promise<Outcome<Opened>> {
  const { policy } = householdEndpoints.open;
  assert(policy.kind === 'functions', 'opening is granted by function');
  if (!policy.functions.includes(context.actor.function)) return refuse('not-yours-to-do');
  return openGranted(context, draft);
}

/** The same for whoever another rule lets open this household: the call centre, from a report; a file of families. */
export async function openGranted(context: CommandContext, draft: NewHousehold): Promise<Outcome<Opened>> {
  const { tx, actor, now } = context;
  if (draft.members.filter(({ indexPerson }) => indexPerson).length !== 1) {
    return refuseField('members', 'one-index-person', 'Exactly one member is the index person.');
  }
  for (const [index, each] of draft.members.entries()) {
    const problem = refuseDates(each, dayOf(now), `members.${index}.`);
    if (problem !== null) return problem;
  }
  const { id, name, district, area, languages } = draft;
  const [row] = await tx
    .insert(household)
    .values({
      id,
      code: draft.code ?? nextCode,
      name,
      district,
      area,
      languages,
      status: 'screening',
      openedOn: dayOf(now),
      openedBy: actor.personId,
    })
    .onConflictDoNothing({ target: household.id })
    .returning({ code: household.code });
  if (row === undefined) return openedBefore(context, id);

  const members = draft.members.map(newMember);
  await insertMembers(tx, id, members);
  await append(context, id, { kind: 'household.opened', code: row.code });
  await recordStatusChange(context, id, {
    from: null,
    to: 'screening',
    reason: draft.tutorReason,
    closure: null,
    reviewOn: null,
  });
  const tutor = await assignFirstTutor(context, {
    householdId: id,
    personId: draft.tutorId,
    reason: draft.tutorReason,
  });
  if (!tutor.ok) return tutor;
  await createFirstDocuments(context, id, members);
  return ok({ id, code: row.code });
}

/** Three digits at least; lpad alone would cut the fourth off. */
const nextCode = sql`(select 'TRM-' || lpad(n, greatest(3, length(n)), '0')
  from (select nextval('household_code')::text as n) as next)`;

async function openedBefore(
  { tx, actor }: CommandContext,
  id: HouseholdDraft['id'],
): Promise<Outcome<Opened>> {
  const [row] = await tx.select().from(household).where(eq(household.id, id));
  return row?.openedBy === actor.personId ? ok({ id, code: row.code }) : refuse('not-available');
}

async function createFirstDocuments(
  { tx }: CommandContext,
  householdId: HouseholdDraft['id'],
  members: readonly Member[],
): Promise<void> {
  for (const kind of firstDocuments) {
    const seed = seedOf(kind, members);
    const id = newId(DocumentId);
    await createDocument(tx, { id, householdId, kind, conferenceId: null, seed, authorId: null });
    seed.destroy();
  }
}
