/** What came to the door: reports with their triage, and visits and practices at the desks. */
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { instantOf } from '../../shared/dates.ts';
import { DeskContactId, MergeId, newId, PracticeId, ReportId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { BodyKind } from '../../shared/records/bodies.ts';
import { ReportContent, type ReportingKind } from '../../shared/records/report-content.ts';
import type { Triage } from '../../shared/records/reports.ts';
import { type CommandContext, runCommand } from '../command.ts';
import { logContact } from '../records/desk-contacts/commands.ts';
import { mergeReport } from '../records/duplicates/commands.ts';
import type { NewHousehold } from '../records/households/open.ts';
import { logPractice } from '../records/practices/commands.ts';
import { lockReport } from '../records/reports/locked.ts';
import { countRedirection, receiveReport } from '../records/reports/receive.ts';
import { takeIn, triageReport } from '../records/reports/triage.ts';
import { type Cast, mustHold } from './cast.ts';
import type { IntakeFile, ReportFile } from './door-files.ts';
import type { HouseholdFile, NetworkFiles } from './network-files.ts';
import type { Step, Story } from './story.ts';
import type { StoryCalendar, StoryDate } from './story-dates.ts';

/** Who answers the phone in the stories. */
const operatorKey = 'federica-isoardi';

const kindOfSender: Partial<Record<BodyKind, ReportingKind>> = {
  social_service: 'social_service',
  hospital: 'hospital',
  family_clinic: 'family_clinic',
  paediatrician: 'paediatrician',
  police: 'police',
  school: 'school',
  casa_del_quartiere: 'desk',
  parish: 'parish',
  association: 'association',
};

type Teller = { readonly files: NetworkFiles; readonly cast: Cast; readonly calendar: StoryCalendar };

/** The report of each household, those that wait still, and those that became no household. */
export function stepsOfReports(
  stories: readonly Story[],
  files: NetworkFiles,
  cast: Cast,
  calendar: StoryCalendar,
): Step[] {
  const teller: Teller = { files, cast, calendar };
  const waiting = files.households.filter(({ status }) => status === 'reported');
  const ids = new Map(files.extras.reports.map(({ key }) => [key, newId(ReportId)]));
  return [
    ...stories.flatMap((story) => [
      received(teller, story.file.intake, story.reportId, contentOf(teller, story.file.intake, story.file)),
      sorted(teller, story),
    ]),
    ...waiting.map((file) =>
      received(teller, file.intake, newId(ReportId), contentOf(teller, file.intake, file)),
    ),
    ...files.extras.reports.flatMap((file) => withoutHousehold(teller, file, ids)),
  ];
}

function step<T>(
  at: Date,
  by: Actor,
  what: string,
  command: (context: CommandContext) => Promise<Outcome<T>>,
): Step {
  return {
    at,
    run: async (world) => {
      mustHold(what, await runCommand({ ...world, now: () => at }, by, command));
    },
  };
}

function received(
  { files, cast, calendar }: Teller,
  file: IntakeFile,
  id: ReportId,
  content: ReportContent,
): Step {
  const at = calendar.momentOf(file.received, '10:00');
  const body = files.bodies.find(({ key }) => key === file.sender.body);
  const fallback = file.sender.kind === 'public' ? 'other_public' : 'other_private';
  const kind = (body && kindOfSender[body.kind]) ?? fallback;
  const bodyId = body ? cast.body(body.key) : null;
  const channel = file.channel === 'api' ? 'form' : file.channel;
  return step(at, cast.actor(operatorKey), `report of ${file.sender.name}`, (context) =>
    receiveReport(context, {
      ...{ id, channel, content, receivedAt: instantOf(at) },
      sender: { kind, name: file.sender.name, bodyId },
    }),
  );
}

/** What the sender could know that day: the mother, her children born by then, the pregnancy's due day. */
function contentOf({ cast, calendar }: Teller, file: IntakeFile, household?: HouseholdFile): ReportContent {
  const day = ({ day: offset }: StoryDate) => calendar.dayOf({ day: offset });
  const before = (date: StoryDate) => date.day <= file.received.day;
  const members = household?.members ?? [];
  const mother = members.find(({ indexPerson }) => indexPerson);
  const due = mother?.dueDate ?? household?.clock?.dueDate ?? null;
  const born = members.some(
    ({ relation, birth }) => relation === 'child' && before(birth) && birth.day > (due?.day ?? 0) - 120,
  );
  const expects = file.subject === 'pregnant' && due !== null && due.day >= file.received.day && !born;
  const { notice, isee } = file;
  return ReportContent.parse({
    subject: file.subject,
    text: file.text,
    urgency: file.urgency === '72h' ? 'within_72h' : file.urgency,
    name: mother?.name ?? null,
    birth: mother ? day(mother.birth) : null,
    phoneSafety: file.safePhone ?? '',
    phoneHours: file.safeHours ?? '',
    language: file.interpreterLanguage,
    dueDate: expects && due ? day(due) : null,
    children: members
      .filter(({ relation, birth }) => relation === 'child' && before(birth))
      .map(({ name, birth, sex }) => ({ name, birth: day(birth), sex })),
    residence: file.residence ?? '',
    district: household?.district ?? null,
    area: household?.area ?? null,
    isee: isee && before(isee.on) ? { cents: isee.cents, on: day(isee.on) } : null,
    housing: file.housing,
    work: file.work,
    health: file.healthRegistration,
    violence: file.violenceScreen,
    notice:
      notice && before(notice.given)
        ? {
            language: notice.language,
            mediatorId: notice.mediator && cast.person(notice.mediator),
            on: day(notice.given),
          }
        : null,
  });
}

/** Urgent ones need a place; the others go to the tutor's own body. */
function sorted({ cast, calendar }: Teller, story: Story): Step {
  const { file, reportId } = story;
  const [first] = file.tutors;
  assert(first, `${file.key} has a tutor`);
  const tutor = story.actor(first.person);
  const triage: Triage =
    file.intake.urgency === 'now'
      ? { outcome: 'placement_search', note: '', bodyId: null, grounds: 'emergency' }
      : tutor.bodyId === null
        ? { outcome: 'home_support', note: '', bodyId: null, grounds: null }
        : { outcome: 'forwarded', note: '', bodyId: tutor.bodyId, grounds: null };
  const at = new Date(calendar.momentOf(file.intake.received, '10:00').getTime() + 45 * 60_000);
  return step(at, cast.actor(operatorKey), `${file.key}: is triaged`, (context) =>
    triageReport(context, { reportId, version: 1, ...triage }),
  );
}

/** Opens the household from its report: by the tutor whose body it was forwarded to, else by the call centre. */
export async function takeInFrom(
  context: CommandContext,
  { reportId, cast }: Story,
  household: NewHousehold,
): Promise<Outcome<unknown>> {
  const found = await lockReport(context.tx, reportId);
  assert(found, 'the report came before its household');
  const actor = found.outcome === 'forwarded' ? context.actor : cast.actor(operatorKey);
  return takeIn({ ...context, actor }, { reportId, version: found.version, household });
}

function withoutHousehold(teller: Teller, file: ReportFile, ids: ReadonlyMap<string, ReportId>): Step[] {
  const { cast, calendar } = teller;
  const { outcome, on, by, note, to, mergedInto } = file.triage;
  const id = ids.get(file.key);
  assert(id, `${file.key} has an id`);
  const at = calendar.momentOf(on, '12:00');
  const actor = cast.actor(by);
  // A woman who called for herself was never a report.
  if (outcome === 'redirected') {
    return [step(at, actor, file.key, (context) => countRedirection(context, id))];
  }
  const target = mergedInto === undefined ? undefined : ids.get(mergedInto);
  const triaged =
    outcome === 'merged' && target
      ? step(at, actor, file.key, (context) =>
          mergeReport(context, {
            ...{ reportId: id, id: newId(MergeId), reason: note, version: 1 },
            into: { kind: 'report', reportId: target },
          }),
        )
      : step(at, actor, file.key, (context) =>
          triageReport(context, {
            ...{ reportId: id, version: 1, outcome: outcome === 'merged' ? 'information' : outcome, note },
            ...{ bodyId: to === undefined ? null : cast.body(to), grounds: null },
          }),
        );
  return [received(teller, file, id, contentOf(teller, file)), triaged];
}

/** Each contact of the files is one visit; what was done at it, a practice. */
export function stepsOfDesks(files: NetworkFiles, cast: Cast, calendar: StoryCalendar): Step[] {
  const modes = new Map(files.extras.deskPractices.map(({ key, mode }) => [key, mode]));
  return files.extras.deskContacts.flatMap((file) => {
    const at = calendar.momentOf(file.on, '11:00');
    const actor = cast.actor(file.operator);
    const { language, subject, topic, outcome, practice } = file;
    const contactId = newId(DeskContactId);
    const deskId = cast.body(file.desk);
    const on = calendar.dayOf(file.on);
    const contact = step(at, actor, file.key, (context) =>
      logContact(context, {
        ...{ id: contactId, language, subject },
        first: {
          ...{ stepId: crypto.randomUUID(), deskId, on, topic, outcome },
          orientedTo: file.orientation.map((key) => cast.body(key)),
        },
      }),
    );
    if (practice === 'orientation') return [contact];
    const mode = modes.get(practice) === 'online' ? 'online' : 'paper';
    return [
      contact,
      step(at, actor, `${file.key}: ${practice}`, (context) =>
        logPractice(context, {
          ...{ id: newId(PracticeId), deskId, contactId, kind: practice, mode },
          topic,
          on,
          outcome,
        }),
      ),
    ];
  });
}
