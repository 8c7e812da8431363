/** What a paper says, by the kind of document: the committed text, and the records that stand around it. */
import type * as Y from 'yjs';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { pictureOf } from '../../../shared/documents/map-picture.ts';
import { readAttendance } from '../../../shared/documents/minutes.ts';
import { contentRoot } from '../../../shared/documents/rich-text.ts';
import type { ConferenceId, DocumentId, PersonId } from '../../../shared/ids.ts';
import { PersonId as PersonIdSchema } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Household } from '../../../shared/records/households.ts';
import type { Pact } from '../../../shared/records/pacts.ts';
import type { Reader } from '../../db/connect.ts';
import { readConference } from '../conferences/queries.ts';
import { goalsOf } from '../goals/queries.ts';
import { readPacts } from '../pacts/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { drawMap } from './map-drawing.ts';
import type { Block, Fact, Paper } from './paper.ts';
import { blocksOf, type TextNames } from './text-blocks.ts';
import { dateIn, filled, type PaperKind, type PaperWords, paperWords } from './words.ts';

export type Subject = {
  readonly documentId: DocumentId;
  readonly kind: PaperKind;
  readonly conferenceId: ConferenceId | null;
  /** As it is committed. */
  readonly doc: Y.Doc;
  readonly household: Household;
};

type Setting = Subject & {
  readonly reader: Reader;
  readonly actor: Actor;
  readonly words: PaperWords;
  readonly language: ScreenLanguage;
};

type Part = {
  readonly title: string;
  readonly facts: Fact[];
  readonly blocks: Block[];
  readonly footer: string[];
};

/** For whoever has been found to read the document. `made`: when, and by whom. */
export async function gatherPaper(
  reader: Reader,
  actor: Actor,
  subject: Subject,
  made: { readonly language: ScreenLanguage; readonly at: string; readonly by: string },
): Promise<Outcome<Paper>> {
  const { language } = made;
  const words = paperWords[language];
  const setting = { ...subject, reader, actor, words, language };
  const part = await partOf(setting);
  if (!part.ok) return part;
  const { title, facts, blocks, footer } = part.value;
  const { name, code } = subject.household;
  return ok({
    title,
    language,
    facts: [{ label: words.family, value: `${name} · ${code}` }, ...facts],
    blocks,
    footer: [...footer, filled(words.made, { date: dateIn(language, made.at), who: made.by }), words.state],
  });
}

function partOf(setting: Setting): Promise<Outcome<Part>> {
  switch (setting.kind) {
    case 'minutes':
      return partOfMinutes(setting);
    case 'network-map':
      return Promise.resolve(ok(partOfMap(setting)));
    case 'inclusion-pact':
      return partOfPact(setting);
    default:
      return partOfText(setting);
  }
}

/** Plan and notes. */
async function partOfText(setting: Setting): Promise<Outcome<Part>> {
  const { kind, words, household } = setting;
  const { lead, tutor, careTeam } = household;
  const facts: Fact[] = [
    { label: words.lead, value: lead ? `${lead.body.name}, ${lead.person.name}` : words.leadPending },
    { label: words.tutor, value: tutor?.name ?? words.waiting },
    {
      label: words.team,
      value: careTeam
        .filter(({ to, consented }) => to === null && consented)
        .map(({ person }) => person.name)
        .join(', '),
    },
  ];
  return ok({
    title: words.kinds[kind],
    facts: kind === 'care-plan' ? facts : [],
    blocks: blocksOf(setting.doc.getXmlFragment(contentRoot), await namesIn(setting)),
    footer: [],
  });
}

async function partOfMinutes(setting: Setting): Promise<Outcome<Part>> {
  const { reader, actor, words, language, household, conferenceId, doc } = setting;
  assert(conferenceId, 'minutes belong to a conference');
  const found = await readConference(reader, actor, { householdId: household.id, conferenceId });
  if (!found.ok) return found;
  const conference = found.value;
  const attendance = [...readAttendance(doc)];
  const nameOf = await peopleNamed(
    setting,
    attendance.map(([key]) => key),
  );
  const those = (state: 'present' | 'absent' | 'proposed') =>
    attendance
      .filter(([, line]) => line.state === state)
      .map(([key]) => nameOf(key))
      .join(', ');
  const people = [
    { label: words.present, value: those('present') },
    { label: words.absent, value: those('absent') },
    { label: words.unconfirmed, value: those('proposed') },
  ];
  const { frozenAt, frozenHash } = conference;
  return ok({
    title: `${words.kinds.minutes}: ${conference.title}`,
    facts: [
      { label: words.when, value: dateIn(language, conference.start) },
      { label: words.where, value: conference.place?.name ?? '' },
      { label: words.chair, value: conference.chair.name },
      { label: words.minuteTaker, value: conference.minuteTaker.name },
      ...people,
    ].filter(({ value }) => value !== ''),
    blocks: blocksOf(doc.getXmlFragment(contentRoot), await namesIn(setting)),
    footer:
      frozenAt === null || frozenHash === null
        ? [words.notFrozen]
        : [
            filled(words.frozen, { date: dateIn(language, frozenAt) }),
            filled(words.hash, { hash: frozenHash }),
          ],
  });
}

function partOfMap({ doc, words, language }: Setting): Part {
  const picture = pictureOf(doc);
  const nodes = Object.values(picture.nodes);
  const ties = Object.values(picture.ties);
  const named = (key: string) => picture.nodes[key]?.label ?? '';
  const alt = filled(words.mapAlt, { nodes: nodes.length, ties: ties.length });
  const blocks: Block[] = [
    { kind: 'drawing', ...drawMap(picture), alt },
    {
      kind: 'table',
      title: words.places,
      head: [words.place, words.ring],
      rows: nodes.map(({ label, ring }) => [label, words.rings[ring]]),
    },
    {
      kind: 'table',
      title: words.ties,
      head: [words.tieFrom, words.tieTo, words.tie, words.energy, words.support, words.review],
      rows: ties.map(({ source, target, strength, energy, supports, review }) => [
        named(source),
        named(target),
        words.strengths[strength],
        words.energies[energy],
        supports.map((support) => words.tieSupports[support]).join(', '),
        review === undefined ? '' : dateIn(language, review),
      ]),
    },
  ];
  return {
    title: words.kinds['network-map'],
    facts: [],
    blocks:
      nodes.length === 0 ? [] : blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0),
    footer: [],
  };
}

async function partOfPact(setting: Setting): Promise<Outcome<Part>> {
  const { reader, actor, words, language, household, documentId, doc } = setting;
  const found = await readPacts(reader, actor, household.id);
  if (!found.ok) return found;
  const pact = found.value.pacts.find(({ text }) => text?.documentId === documentId);
  if (pact === undefined) return refuse('not-available');
  return ok({
    title: words.kinds['inclusion-pact'],
    facts: [
      { label: words.between, value: [pact.caseManager.name, pact.beneficiary.name].join(' · ') },
      { label: words.period, value: `${dateIn(language, pact.start)} – ${dateIn(language, pact.until)}` },
      { label: words.status, value: words.pactStatus[pact.status] },
      {
        label: words.supports,
        value: pact.supports.map((support) => words.pactSupports[support]).join(', '),
      },
    ],
    blocks: [
      ...blocksOf(doc.getXmlFragment(contentRoot), await namesIn(setting)),
      ...tablesOf(pact, setting),
    ],
    footer: pact.hash === null ? [] : [filled(words.hash, { hash: pact.hash })],
  });
}

function tablesOf(pact: Pact, { words, language }: Setting): Block[] {
  const commitments = pact.commitments.map(({ name, what, due }) => [
    name,
    what,
    due === null ? '' : dateIn(language, due),
  ]);
  const answerOf = ({ signature }: Pact['parties'][number]): string => {
    if (signature === null) return words.waiting;
    if (signature.answer === 'refused') return words.refused;
    return signature.dissent ? words.dissentSigned : words.signed;
  };
  const tables: Block[] = [
    { kind: 'table', title: words.commitments, head: [words.who, words.what, words.due], rows: commitments },
    {
      kind: 'table',
      title: words.signatures,
      head: [words.who, words.answer, words.on],
      rows: pact.parties.map((party) => [
        party.name === '' ? words.parties[party.party] : party.name,
        answerOf(party),
        party.signature === null ? '' : dateIn(language, party.signature.on),
      ]),
    },
  ];
  return tables.filter((table) => table.kind !== 'table' || table.rows.length > 0);
}

/** What goals, voices, decisions and dissents say before their words: names and states as the records have them today. */
async function namesIn(setting: Setting): Promise<TextNames> {
  const { reader, words, language, household, doc } = setting;
  const goals = new Map((await goalsOf(reader, household.id)).map((goal) => [String(goal.id), goal]));
  const nameOf = await peopleNamed(setting, speakersIn(doc));
  const withName = (label: string, id: string | undefined) => {
    const name = id === undefined ? '' : nameOf(id);
    return name === '' ? label : `${label}: ${name}`;
  };
  return {
    goal(id) {
      const goal = id === undefined ? undefined : goals.get(id);
      if (goal === undefined) return words.goal;
      const { right, status, responsible, due } = goal;
      return [
        `${words.goal} (${words.rights[right]})`,
        words.goalStatus[status],
        ...(responsible ? [filled(words.responsible, { name: responsible.name })] : []),
        ...(due === null ? [] : [filled(words.until, { date: dateIn(language, due) })]),
      ].join(' · ');
    },
    voice: (speaker) => withName(words.voice, speaker),
    decision: (taskId) => (taskId === undefined ? words.decision : words.decisionTask),
    dissent: (who) => withName(words.dissent, who),
    chip: (kind, _ref, label) =>
      kind === 'task'
        ? `${words.task}: ${label}`
        : kind === 'referral'
          ? `${words.referral}: ${label}`
          : label,
  };
}

function speakersIn(doc: Y.Doc): string[] {
  const text = doc.getXmlFragment(contentRoot);
  return text.toArray().flatMap((block) => {
    if (!('getAttribute' in block)) return [];
    const id: unknown = block.getAttribute('who') ?? block.getAttribute('speaker');
    return typeof id === 'string' ? [id] : [];
  });
}

/** Members of the household, people with an account, and guests, who stand under their own name. */
async function peopleNamed(
  { reader, household }: Setting,
  keys: readonly string[],
): Promise<(key: string) => string> {
  const members = new Map(household.members.map(({ id, name }) => [String(id), name]));
  const ids: PersonId[] = keys.flatMap((key) => {
    const id = PersonIdSchema.safeParse(key);
    return id.success && !members.has(key) ? [id.data] : [];
  });
  const people = await personBriefs(reader, ids);
  return (key) => {
    const id = PersonIdSchema.safeParse(key);
    if (!id.success) return key;
    return members.get(key) ?? people.get(id.data)?.name ?? '';
  };
}
