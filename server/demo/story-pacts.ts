/** Inclusion pacts, from their draft to their end, and wellbeing: written, translated and signed on the days the files say. */
import type * as Y from 'yjs';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { appendBlock, appendBulletList } from '../../shared/documents/rich-text.ts';
import { CommitmentId, newId, PactId, SignatureId, WellbeingId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { Pact, PactAnswer } from '../../shared/records/pacts.ts';
import type { CommandContext } from '../command.ts';
import { draftPact } from '../records/pacts/commands.ts';
import { askExtension, decideExtension, endPact } from '../records/pacts/course.ts';
import { answerPact, proposePact } from '../records/pacts/signing.ts';
import { remarkOnPact, writeCopy } from '../records/pacts/words.ts';
import { recordWellbeing } from '../records/wellbeing/commands.ts';
import { createPostgresLog } from '../sync/postgres-log.ts';
import type { HouseholdDocuments } from './document-files.ts';
import type { PactFile } from './network-files.ts';
import { takePen } from './pen.ts';
import type { Step, Story } from './story.ts';
import type { StoryDate } from './story-dates.ts';
import { clear, contentOf } from './write-text.ts';

type TextFile = NonNullable<HouseholdDocuments['inclusionPact']>;

export function stepsOfPacts(story: Story, documents: HouseholdDocuments | undefined): Step[] {
  const { pacts, wellbeing } = story.file;
  return [
    ...pacts.flatMap((pact) => stepsOfPact(story, pact, documents?.inclusionPact ?? undefined)),
    ...wellbeing.map(({ on, moment, person, family, network }) =>
      story.step(on, '15:00', story.tutorOn(on.day), 'wellbeing', (context) =>
        recordWellbeing(context, {
          householdId: story.id,
          id: newId(WellbeingId),
          on: story.calendar.dayOf(on),
          moment: moment === 'review' ? 'during' : moment,
          person,
          family,
          network,
          note: '',
        }),
      ),
    ),
  ];
}

/** Whoever holds the regia in the morning of that day. */
export function leadOn({ file, actor }: Story, day: number): Actor {
  const tenure = file.regia.findLast(({ accepted }) => accepted.day < day);
  assert(tenure, `${file.key} has a regia on day ${day}`);
  return actor(tenure.person);
}

function stepsOfPact(story: Story, pact: PactFile, text: TextFile | undefined): Step[] {
  const { id: householdId, calendar, cast } = story;
  const pactId = newId(PactId);
  const of = { householdId, pactId };
  const { start } = pact;
  const tutor = story.tutorOn(start.day);
  let known: Pact | undefined;
  const keep = (outcome: Outcome<Pact>): Outcome<Pact> => {
    if (outcome.ok) known = outcome.value;
    return outcome;
  };
  const seen = (): Pact => {
    assert(known, `${pact.key} was drafted`);
    return known;
  };
  const step = (
    on: StoryDate,
    time: string,
    by: Actor,
    what: string,
    command: (context: CommandContext) => Promise<Outcome<Pact>>,
  ) => story.step(on, time, by, `${pact.key} ${what}`, async (context) => keep(await command(context)));

  const remarks = text?.annotations ?? [];
  const begun = { day: Math.min(start.day, ...remarks.map(({ created }) => created.day)) };
  const commitments = [
    ...pact.commitments.caseManager.map((what) => ({
      id: newId(CommitmentId),
      who: { kind: 'person' as const, id: cast.person(pact.caseManager) },
      what,
      due: null,
    })),
    ...pact.commitments.beneficiary.map((what) => ({
      id: newId(CommitmentId),
      who: { kind: 'member' as const, id: story.member(pact.beneficiary) },
      what,
      due: null,
    })),
  ];
  const drafted = step(begun, '08:00', tutor, 'drafted', (context) =>
    draftPact(context, {
      householdId,
      id: pactId,
      programmeId: cast.programme(pact.programme),
      caseManagerId: cast.person(pact.caseManager),
      beneficiaryId: story.member(pact.beneficiary),
      language: pact.language,
      start: calendar.dayOf(start),
      end: calendar.dayOf(pact.end),
      supports: pact.supports,
      goalIds: pact.goals.map((key) => story.goal(key)),
      commitments,
    }),
  );
  const written: Step = {
    at: drafted.at,
    run: async (world) => {
      const documentId = seen().text?.documentId;
      if (text === undefined || documentId === undefined) return;
      const pen = await takePen(createPostgresLog(world.db), documentId);
      pen.write(tutor.personId, (doc) => writePact(story, doc, pact, text));
      await pen.commit();
    },
  };
  const copies = text
    ? [
        step(begun, '08:10', inTeam(story, text.plainTranslation.by, begun.day), 'copy', (context) => {
          const { language, text: words } = text.plainTranslation;
          return writeCopy(context, { ...of, language, text: words });
        }),
      ]
    : [];
  const said = remarks.map(({ author, language, created, quote, text: words }) =>
    story.step(created, '08:15', story.actor(author), `${pact.key} remark`, (context) =>
      remarkOnPact(context, { ...of, id: crypto.randomUUID(), language, quote, text: words }),
    ),
  );
  return [
    drafted,
    written,
    ...copies,
    ...said,
    step(start, '08:20', tutor, 'proposed', (context) =>
      proposePact(context, { ...of, version: seen().version }),
    ),
    ...signatures(story, pact).map(({ by, ...answer }, minute) =>
      step(start, `08:3${minute}`, by, `${answer.party} signs`, (context) =>
        answerPact(context, { ...of, ...answer, hash: seen().hash ?? '' }),
      ),
    ),
    ...course(),
  ];

  function course(): Step[] {
    const { extension, status, end } = pact;
    if (status === 'ended') {
      return [
        step(end, '08:40', story.tutorOn(end.day), 'ended', (context) =>
          endPact(context, { ...of, how: 'kept', reason: null, version: seen().version }),
        ),
      ];
    }
    if (!extension) return [];
    const { requested, reason, approved, newEnd } = extension;
    return [
      step(requested, '08:40', story.tutorOn(requested.day), 'extension asked', (context) =>
        askExtension(context, { ...of, end: calendar.dayOf(newEnd), reason, version: seen().version }),
      ),
      step(approved, '08:40', leadOn(story, approved.day), 'extension approved', (context) =>
        decideExtension(context, { ...of, approve: true, answer: '', version: seen().version }),
      ),
    ];
  }
}

/** Each party, on the first day: the beneficiary with her own account, or on the tutor's device with a mediator. */
function signatures(story: Story, pact: PactFile): (Omit<PactAnswer, 'hash'> & { by: Actor })[] {
  const { file, cast } = story;
  const { day } = pact.start;
  const user = file.members.find(({ key }) => key === pact.beneficiary)?.user;
  const mediator =
    file.careTeam.find(({ role }) => role === 'mediator')?.person ??
    cast.people.find((person) => person.function === 'mediator')?.key;
  assert(mediator, 'the network has mediators');
  const mediatorId = pact.language === 'it' ? null : cast.person(mediator);
  const signed = { answer: 'signed', words: null, dissent: false } as const;
  const worker = { ...signed, language: 'it', device: null } as const;
  return [
    {
      ...signed,
      id: newId(SignatureId),
      party: 'beneficiary',
      language: pact.language,
      by: user ? story.actor(user) : story.tutorOn(day),
      device: user ? null : { mediatorId },
    },
    { ...worker, id: newId(SignatureId), party: 'case_manager', by: story.actor(pact.caseManager) },
    { ...worker, id: newId(SignatureId), party: 'lead', by: leadOn(story, day) },
  ];
}

/** The person when they are in the team that day, else the tutor. */
const inTeam = (story: Story, key: string, day: number): Actor =>
  story.file.careTeam.some(({ person, from }) => person === key && from.day < day)
    ? story.actor(key)
    : story.tutorOn(day);

function writePact(story: Story, doc: Y.Doc, { beneficiary }: PactFile, { blocks }: TextFile): void {
  const content = contentOf(doc);
  clear(doc);
  for (const block of blocks) {
    if (block.type === 'bulletList') {
      appendBulletList(
        content,
        block.items.map((item) => [item]),
      );
    } else if (block.type === 'quote') {
      const { language, original } = block;
      appendBlock(content, 'voice', { speaker: story.member(beneficiary), language, original }, [block.text]);
    } else appendBlock(content, block.type, block.type === 'heading' ? { level: 2 } : {}, [block.text]);
  }
}
