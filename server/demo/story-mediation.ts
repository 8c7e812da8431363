/** Requests for a mediator from asked to done, the last contact with the family, and when mediators are there. */
import { instantOf } from '../../shared/dates.ts';
import { ContactId, MediationId, newId } from '../../shared/ids.ts';
import type { MediationAim } from '../../shared/records/mediation.ts';
import { runCommand, type World } from '../command.ts';
import { recordContact } from '../records/contacts/commands.ts';
import { acceptMediation, assignMediation, finishMediation } from '../records/mediation/assignment.ts';
import { requestMediation } from '../records/mediation/commands.ts';
import { changeAvailability } from '../records/mediation/roster.ts';
import { type Cast, mustHold } from './cast.ts';
import type { MediationFile, NetworkFiles } from './network-files.ts';
import type { Step, Story } from './story.ts';

/** The files tell five purposes apart; an aim is what one of them is for. */
const aims: Readonly<Record<MediationFile['purpose'], MediationAim>> = {
  entry: 'entry_barrier',
  translation: 'entry_barrier',
  trust: 'trust',
  conference: 'trust',
  retention: 'retention',
};

/** What was offered in these last days still waits for her yes. */
const daysToAnswer = 3;

export const stepsOfMediation = (story: Story): Step[] => [
  ...story.file.mediatorRequests.flatMap((request) => stepsOfRequest(story, request)),
  ...stepsOfLastContact(story),
];

function stepsOfRequest(story: Story, file: MediationFile): Step[] {
  const { id: householdId, cast, calendar, opened } = story;
  const { key, requested, assigned, mediator, status, on } = file;
  const mediationId = newId(MediationId);
  let version = 0;
  const keepVersion = <T extends { ok: boolean; value?: { version: number } }>(outcome: T): T => {
    version = outcome.value?.version ?? version;
    return outcome;
  };
  const by = story.writerOn(file.requestedBy, requested.day);
  const steps = [
    story.step(requested, '09:10', by, key, async (context) =>
      keepVersion(
        await requestMediation(context, {
          householdId,
          id: mediationId,
          language: file.language,
          aim: aims[file.purpose],
          mode: 'in_person',
          at:
            on.day > Math.max(requested.day, opened.day)
              ? instantOf(calendar.plannedMomentOf(on, '15:00'))
              : null,
          place: '',
          note: file.note,
        }),
      ),
    ),
  ];
  if (assigned == null || mediator === null) return steps;
  const hers = cast.actor(mediator);
  steps.push(
    story.step(assigned, '09:20', cast.actor('alessandra-fenoglio'), `${key} offered`, async (context) =>
      keepVersion(await assignMediation(context, { mediationId, personId: cast.person(mediator), version })),
    ),
  );
  if (status === 'assigned' && assigned.day >= -daysToAnswer) return steps;
  steps.push(
    story.step(assigned, '09:40', hers, `${key} accepted`, async (context) =>
      keepVersion(await acceptMediation(context, mediationId)),
    ),
  );
  if (status === 'done') {
    const result = { minutes: 60, reached: true, cameOf: file.note };
    steps.push(
      story.step(on, '16:00', hers, `${key} done`, (context) =>
        finishMediation(context, { mediationId, version, ...result }),
      ),
    );
  }
  return steps;
}

/** Told by the tutor of that day, unless the household was closed before. */
function stepsOfLastContact(story: Story): Step[] {
  const { lastContact, closure } = story.file;
  if (lastContact == null || (closure && closure.on.day < lastContact.day)) return [];
  const on = story.calendar.dayOf(lastContact);
  return [
    story.step(lastContact, '09:30', story.tutorOn(lastContact.day), 'last contact', (context) =>
      recordContact(context, {
        householdId: story.id,
        id: newId(ContactId),
        on,
        channel: 'phone',
        reached: true,
        note: '',
      }),
    ),
  ];
}

/** The roster as the coordination keeps it; mediators without an account are in no roster. */
export async function tellRoster(
  world: World,
  cast: Cast,
  roster: NetworkFiles['mediatorRoster'],
): Promise<void> {
  for (const { user, days, areas, note } of roster) {
    if (user === null) continue;
    const said = { personId: cast.person(user), pausedUntil: null, days, districts: areas, note, version: 0 };
    mustHold(
      user,
      await runCommand(world, cast.actor('alessandra-fenoglio'), (context) =>
        changeAvailability(context, said),
      ),
    );
  }
}
