/**
 * The chair freezes the minutes: with their hash, who was there, and the quorum said when it was missed. What is open
 * then may stay open, but the chair has seen it.
 */
import { instantOf } from '../../../shared/dates.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { FreezeBody } from '../../../shared/records/closing-state.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { keepAttendees, peopleIn, presentIn } from '../minutes/attendance.ts';
import { giveToTeam } from '../minutes/giving.ts';
import { openKeyOf, openThings } from '../minutes/open-things.ts';
import { askForSignatures } from '../minutes/signing.ts';
import { confirmTasks } from '../minutes/tasks-out.ts';
import { type ConferenceOf, lockSeen, update } from './lock.ts';
import { hashOfWords, openMinutes } from './minutes.ts';

/**
 * Freezes the minutes of a conference that was held. Stepping the access epoch lets writes under way finish and holds
 * later ones back; they then find it changed and are refused, so the hash is of the last word and the attendance of the
 * last confirmation.
 */
export async function freezeMinutes(
  context: CommandContext,
  { openKey, withoutQuorum, ...of }: ConferenceOf & FreezeBody,
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  await lockHousehold(tx, householdId);
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (row.chairId !== actor.personId) return refuse('not-yours-to-do');
  if (row.status !== 'held' || relation.household.status === 'closed') return refuse('wrong-state');
  // First of all: it locks the document's own row, so whatever is read from here on is the last word.
  await stepAccessEpoch(tx, householdId);
  const doc = await openMinutes(tx, row.minutesId);
  try {
    const people = await peopleIn(tx, householdId, doc);
    const open = await openThings(tx, row, doc, people);
    if (open.length > 0 && openKeyOf(open) !== openKey) return refuse('changed-meanwhile');
    const isBelow = presentIn(people) < row.quorum;
    if (isBelow && withoutQuorum === null) {
      return refuseField('withoutQuorum', 'below-quorum', 'Fewer were there than the quorum: say why.');
    }
    const hash = hashOfWords(doc);
    await update(tx, conferenceId, {
      status: 'frozen',
      frozenAt: instantOf(now),
      frozenHash: hash,
      frozenHashOf: 'words',
      withoutQuorum: isBelow ? withoutQuorum : null,
      signaturesAskedAt: instantOf(now),
      floorPointId: null,
      floorSince: null,
    });
    await keepAttendees(tx, conferenceId, people);
    await append(context, householdId, { kind: 'conference.frozen', conferenceId, hash });
    await giveToTeam(context, of);
    await askForSignatures(context, of);
    await confirmTasks(context, of);
    return ok({});
  } finally {
    doc.destroy();
  }
}
