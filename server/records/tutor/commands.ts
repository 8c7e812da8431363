/** Exactly one tutor at any time: one tenure closes as the next opens, in one transaction (B1). */
import { and, eq, isNull } from 'drizzle-orm';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { joinTeam, leaveTeam } from '../care-team/commands.ts';
import { authorise, lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { activeActors } from '../people/queries.ts';
import { tutorOf } from './holder.ts';
import { tutorTenure } from './table.ts';

/**
 * Passes the family to another tutor. `replacing` is the tutor the page showed: another one meanwhile is
 * `changed-meanwhile`. The tutor before leaves the team, the new one is in it.
 */
export async function changeTutor(
  context: CommandContext,
  input: { householdId: HouseholdId; personId: PersonId; reason: string; replacing: PersonId },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  const { householdId, personId, reason, replacing } = input;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'tutor.change');
  if (!allowed.ok) return allowed;
  if ((await tutorOf(tx, householdId)) !== replacing) return refuse('changed-meanwhile');
  if (personId === replacing) return refuseField('personId', 'is-tutor', 'This person is the tutor already.');
  const problem = await refuseUnlessTutor(context, personId, 'personId');
  if (problem !== null) return problem;
  await tx
    .update(tutorTenure)
    .set({ until: dayOf(now) })
    .where(and(eq(tutorTenure.householdId, householdId), isNull(tutorTenure.until)));
  await leaveTeam(context, { householdId, personId: replacing, reason });
  await openTenure(context, { householdId, personId, reason, replaced: replacing });
  return ok({});
}

/** The first tutor of a household that is being taken in. Refuses whoever has no open account as a tutor. */
export async function assignFirstTutor(
  context: CommandContext,
  input: { householdId: HouseholdId; personId: PersonId; reason: string },
): Promise<Outcome<null>> {
  const problem = await refuseUnlessTutor(context, input.personId, 'tutorId');
  if (problem !== null) return problem;
  await openTenure(context, { ...input, replaced: null });
  return ok(null);
}

async function refuseUnlessTutor({ tx }: CommandContext, personId: PersonId, field: string) {
  const person = (await activeActors(tx, [personId])).get(personId);
  if (person?.function === 'tutor') return null;
  return refuseField(field, 'not-a-tutor', 'The tutor is somebody with an open account as a tutor.');
}

async function openTenure(
  context: CommandContext,
  input: { householdId: HouseholdId; personId: PersonId; reason: string; replaced: PersonId | null },
): Promise<void> {
  const { tx, now } = context;
  const { householdId, personId, reason, replaced } = input;
  await tx.insert(tutorTenure).values({ householdId, personId, since: dayOf(now), reason });
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'tutor.assigned', personId, replaced, reason });
  await joinTeam(context, { householdId, personId, role: 'tutor', reason: null });
}
