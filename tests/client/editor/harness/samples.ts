/** People, records and texts to look at an editor with: the household of the reference screens. */
import type * as Y from 'yjs';
import type { ChipRecord } from '../../../../client/editor/chrome.ts';
import { Day, Instant } from '../../../../shared/dates.ts';
import { planContent } from '../../../../shared/documents/care-plan.ts';
import { minutesContent } from '../../../../shared/documents/minutes.ts';
import { appendBlock, appendBulletList } from '../../../../shared/documents/rich-text.ts';
import {
  BodyId,
  ConferenceId,
  DocumentId,
  GoalId,
  HouseholdId,
  MemberId,
  PersonId,
  ReferralId,
  TaskId,
} from '../../../../shared/ids.ts';
import type { PersonFunction } from '../../../../shared/person-function.ts';
import type { Goal } from '../../../../shared/records/goals.ts';
import type { PersonBrief } from '../../../../shared/records/people.ts';

/** Fixed ids, so that the page and the test's relay speak of the same things. */
const id = (last: number) => `01940000-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const ids = {
  documents: {
    plan: DocumentId.parse(id(1)),
    annotations: DocumentId.parse(id(2)),
    minutes: DocumentId.parse(id(3)),
    notes: DocumentId.parse(id(4)),
  },
  goal: GoalId.parse(id(20)),
  sleepGoal: GoalId.parse(id(21)),
  task: TaskId.parse(id(30)),
  doneTask: TaskId.parse(id(31)),
  referral: ReferralId.parse(id(40)),
  conference: ConferenceId.parse(id(50)),
  amal: MemberId.parse(id(60)),
  decisions: [id(70), id(71)],
};

const person = (at: number, name: string, as: PersonFunction, body: string): PersonBrief => ({
  id: PersonId.parse(id(at)),
  name,
  function: as,
  title: '',
  body: {
    id: BodyId.parse(id(at + 100)),
    name: body,
    kind: 'association',
    sector: 'third_sector',
    public: false,
  },
});

export const people: readonly PersonBrief[] = [
  person(10, 'Marta Quercetti', 'tutor', 'Casa dei Tigli'),
  person(11, 'Irene Valmarina', 'health', 'Consultorio dei Gelsi'),
  person(12, 'Elena Fontechiara', 'social', 'Distretto 2'),
  person(13, 'Hanan Darsafi', 'mediator', 'Ponti e Parole'),
  person(14, 'Tommaso Orlandini', 'education', 'Scuola Primavera'),
  person(15, 'Sofia Bellacqua', 'partner', 'Sportello casa'),
];
export const members = [
  { id: ids.amal, name: 'Amal Zeitouna' },
  { id: MemberId.parse(id(61)), name: 'Yunes Zeitouna', relation: 'child' },
];

const goal = (
  goalId: GoalId,
  title: string,
  right: Goal['right'],
  responsible: number,
  rating: number,
): Goal => ({
  id: goalId,
  title,
  right,
  dimension: 'autonomy',
  aim: null,
  objective: null,
  mode: null,
  beneficiaryId: null,
  baseline: '',
  expectedResult: '',
  measure: '',
  due: Day.parse('2027-06-10'),
  householdId: HouseholdId.parse(id(80)),
  responsible: people[responsible] ?? null,
  status: 'active',
  statusSince: Instant.parse('2026-11-01T10:00:00.000Z'),
  progress: [{ on: Day.parse('2026-11-01'), rating, note: '' }],
  inText: true,
  version: 1,
});
export const goals: readonly Goal[] = [
  goal(ids.goal, 'Un contratto d’affitto', 'home', 0, 2),
  goal(ids.sleepGoal, 'Qualcuno con cui parlare', 'health', 1, 1),
];

export const chips: ReadonlyMap<string, ChipRecord> = new Map([
  [`task ${ids.task}`, { label: 'Domanda di emergenza abitativa', detail: 'Marta, 27 nov', state: 'plain' }],
  [`task ${ids.doneTask}`, { label: 'ISEE aggiornato', detail: 'Amal, fatto il 23 ott', state: 'done' }],
  [
    `referral ${ids.referral}`,
    { label: 'Sportello casa', detail: 'invio in attesa', state: 'waiting', sector: 'social' },
  ],
  [`person ${id(15)}`, { label: 'Sofia Bellacqua', state: 'plain', sector: 'third_sector' }],
  [`conference ${ids.conference}`, { label: 'conferenza', detail: '10 dic', state: 'plain' }],
]);

export function writePlan(doc: Y.Doc): void {
  const text = planContent(doc);
  doc.transact(() => {
    appendBlock(text, 'heading', { level: 2 }, ['Da dove partiamo']);
    appendBlock(text, 'paragraph', {}, [
      'Amal è arrivata allo sportello della Casa dei Tigli alla ventiseiesima settimana, con Lina per mano e una vicina che traduceva. Oggi Yunes ha cinque mesi e cresce; tutti e tre abitano una stanza in prestito, libera solo fino a fine gennaio.',
    ]);
    appendBlock(
      text,
      'voice',
      {
        speaker: ids.amal,
        language: 'ar',
        original: 'أريد بيتًا بابه يُغلق، وحضانة قريبة، حتى أكمل دروس الإيطالية.',
      },
      ['Voglio una casa con una porta che si chiude e un nido vicino, così finisco il corso di italiano.'],
    );
    appendBlock(text, 'heading', { level: 2, right: 'home' }, ['Casa']);
    appendBlock(text, 'paragraph', {}, [
      'La stanza basta per l’inverno, non per un bambino che impara a gattonare. La graduatoria dà precedenza a chi ha un figlio sotto l’anno: alleghiamo il certificato di nascita che Amal ha già ritirato. ',
      { chip: 'task', ref: ids.task, label: 'Domanda' },
    ]);
    appendBlock(text, 'goal', { goalId: ids.goal }, [
      'Un contratto d’affitto intestato ad Amal prima del compleanno di Yunes',
    ]);
    appendBlock(text, 'paragraph', {}, [
      'Intanto si apre la strada dell’affitto calmierato: ',
      { chip: 'referral', ref: ids.referral, label: 'Sportello casa' },
      ' e ',
      { chip: 'task', ref: ids.doneTask, label: 'ISEE' },
      '. Ne parliamo con ',
      { chip: 'person', ref: id(15), label: 'Sofia Bellacqua' },
      ' in ',
      { chip: 'conference', ref: ids.conference, label: 'conferenza' },
      '. Resta da capire ',
      { chip: 'task', ref: id(39), label: 'Lettera di chi ospita' },
      '.',
    ]);
    appendBlock(text, 'heading', { level: 2, right: 'health' }, ['Salute']);
    appendBlock(text, 'paragraph', {}, [
      'Al controllo dei quattro mesi il peso è regolare. Amal dorme poco e lo dice: il sonno torna in ogni colloquio.',
    ]);
    appendBlock(text, 'goal', { goalId: ids.sleepGoal }, [
      'Amal ha qualcuno con cui parlare della fatica, nella sua lingua',
    ]);
    appendBulletList(text, [['vaccini al giorno'], ['pediatra scelta a luglio']]);
  });
}

export function writeMinutes(doc: Y.Doc): void {
  const text = minutesContent(doc);
  doc.transact(() => {
    appendBlock(text, 'heading', { level: 2, agenda: 'changes' }, ['Che cosa è cambiato da luglio']);
    appendBlock(text, 'paragraph', {}, [
      'Yunes è seguito dalla pediatra e ha concluso il primo ciclo di vaccini. La rete è passata da sei a undici legami.',
    ]);
    appendBlock(text, 'decision', { decisionId: ids.decisions[0] ?? '', taskId: ids.task }, [
      'Il martedì Lina resta al doposcuola fino alle 17, così Amal può finire il corso. ',
      { chip: 'task', ref: ids.task, label: 'Iscrizione' },
    ]);
    appendBlock(text, 'heading', { level: 2, agenda: 'home' }, ['Casa: che cosa fare per febbraio']);
    appendBlock(text, 'paragraph', {}, ['Huda conferma la stanza fino al 31 gennaio.']);
    appendBlock(text, 'decision', { decisionId: ids.decisions[1] ?? '' }, [
      'Se il 9 dicembre non arriva risposta, il Distretto 2 chiede una soluzione ponte per la famiglia, vicino alla scuola',
    ]);
    appendBlock(text, 'dissent', { who: ids.amal }, ['Preferisco restare vicino alla scuola di Lina.']);
  });
}
