/** A pregnancy, a birth, a loss (A3). An unborn child is never a member; a birth adds one; a loss stops the clock. */
import { eq } from 'drizzle-orm';
import { type Day, dayOf } from '../../../shared/dates.ts';
import { type HouseholdId, MemberId, newId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { MemberDraft, Pregnancy } from '../../../shared/records/households.ts';
import { impossibleBirth } from '../../../shared/records/pregnancy-dates.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { silencePregnancy } from '../calendar/silence.ts';
import { authoriseOpen } from './commands.ts';
import { insertMembers, lockMember, newMember } from './members.ts';
import { refusePregnancy } from './refuse-dates.ts';
import { member } from './table.ts';

export type PregnancyInput = {
  readonly householdId: HouseholdId;
  readonly memberId: MemberId;
  readonly pregnancy: Pregnancy;
  /** Given with a birth, and only then. */
  readonly child: (Omit<MemberDraft, 'pregnancy' | 'indexPerson'> & { readonly id?: MemberId }) | null;
};

/** Records the state a pregnancy is in. The same end told twice adds no second child. */
export async function recordPregnancy(
  context: CommandContext,
  { householdId, memberId, pregnancy, child }: PregnancyInput,
): Promise<Outcome<Record<string, never>>> {
  const { tx } = context;
  const allowed = await authoriseOpen(context, householdId);
  if (!allowed.ok) return allowed;
  const mother = await lockMember(tx, householdId, memberId);
  if (mother === null) return refuse('not-available');
  const problem = refuseUnsound({ pregnancy, child }, mother, dayOf(context.now));
  if (problem !== null) return problem;
  const told = mother.pregnancy?.ended;
  const { ended } = pregnancy;
  if (told && ended && told.on === ended.on && told.outcome === ended.outcome) return ok({});

  await tx.update(member).set({ pregnancy }).where(eq(member.id, memberId));
  const outcome = ended?.outcome ?? 'expected';
  if (ended !== null) await silencePregnancy(context, householdId, memberId);
  await append(context, householdId, { kind: 'pregnancy.recorded', memberId, outcome });
  if (child === null) return ok({});
  const born = newMember({ ...child, id: child.id ?? newId(MemberId), indexPerson: false, pregnancy: null });
  await insertMembers(tx, householdId, [born]);
  await append(context, householdId, { kind: 'member.added', memberId: born.id });
  return ok({});
}

function refuseUnsound(
  { pregnancy, child }: Pick<PregnancyInput, 'pregnancy' | 'child'>,
  { sex, birth }: Pick<MemberDraft, 'sex' | 'birth'>,
  today: Day,
) {
  const { ended } = pregnancy;
  const impossible = refusePregnancy({ pregnancy, sex }, today);
  if (impossible !== null) return impossible;
  if (impossibleBirth({ birth, pregnancy }, today) !== null) {
    const field = pregnancy.lmp === null ? 'dueDate' : 'lmp';
    return refuseField(`pregnancy.${field}`, 'before-her-birth', 'She wasn’t born when it began.');
  }
  const born = ended?.outcome === 'birth';
  if (born !== (child !== null)) {
    return refuseField(
      'child',
      born ? 'required' : 'not-born',
      'A child is added by a birth, and only then.',
    );
  }
  if (child !== null && (child.relation !== 'child' || child.birth !== ended?.on)) {
    return refuseField('child.birth', 'not-this-birth', 'The child is born the day the pregnancy ended.');
  }
  return null;
}
