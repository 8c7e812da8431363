/** What a generated household is given: an inclusion pact, a grant within its ledger, help at home and a place to stay. */
import { addDays, addMonths, dayOf, instantOf } from '../../../shared/dates.ts';
import {
  type BodyId,
  DocumentId,
  ExpenseId,
  GrantId,
  HomeSupportId,
  PactId,
  PlacementId,
  type ProgrammeId,
  SignatureId,
  WellbeingId,
} from '../../../shared/ids.ts';
import type { Member } from '../../../shared/records/households.ts';
import { addPactText, type GoalWords } from './documents.ts';
import type { Setting } from './household.ts';

const capCents = 150_000;

/** A pact in one of its states; what is signed is signed by all three parties. */
export function addPact(
  { rows, random, household, tutor, lead, at }: Setting,
  { mother, goals, programmeId }: { mother: Member; goals: readonly GoalWords[]; programmeId: ProgrammeId },
): void {
  if (lead === null || !random.chance(0.25)) return;
  const status = random.pick(['draft', 'proposed', 'signed', 'signed', 'ended']);
  const [id, document_id] = [random.id(PactId, at(0.3)), random.id(DocumentId, at(0.3))];
  const text = addPactText(rows, { id: document_id, householdId: household.id }, mother.name);
  const hash = status === 'draft' ? null : text;
  const starts_on = dayOf(at(0.3));
  const signed = status === 'signed' || status === 'ended';
  rows.add('pact', {
    id,
    household_id: household.id,
    programme_id: programmeId,
    case_manager_id: tutor.id,
    beneficiary_id: mother.id,
    language: 'it',
    starts_on,
    ends_on: addMonths(starts_on, 7),
    status,
    supports: ['relational', 'work_orientation'],
    goal_ids: goals.slice(0, 2).map((goal) => goal.id),
    document_id,
    hash,
    round: status === 'draft' ? 0 : 1,
    proposed_at: status === 'draft' ? null : instantOf(at(0.35)),
    in_force_since: signed ? instantOf(at(0.4)) : null,
    ended_on: status === 'ended' ? dayOf(at(0.9)) : null,
    ended_how: status === 'ended' ? 'kept' : null,
    end_reason: status === 'ended' ? 'Gli impegni sono stati mantenuti.' : null,
    drafted_by: tutor.id,
    drafted_at: instantOf(at(0.3)),
    version: 1,
  });
  if (!signed) return;
  const parties = [
    { party: 'beneficiary', person_id: null, member_id: mother.id, device_of: tutor.id },
    { party: 'case_manager', person_id: tutor.id, member_id: null, device_of: null },
    { party: 'lead', person_id: lead.id, member_id: null, device_of: null },
  ];
  for (const party of parties) {
    rows.add('pact_signature', {
      ...party,
      id: random.id(SignatureId, at(0.4)),
      pact_id: id,
      round: 1,
      answer: 'signed',
      language: 'it',
      dissent: false,
      hash: text,
      signed_on: dayOf(at(0.4)),
      signed_at: instantOf(at(0.4)),
    });
  }
  for (const moment of ['before', 'during']) {
    rows.add('wellbeing', {
      id: random.id(WellbeingId, at(0.5)),
      household_id: household.id,
      on_day: dayOf(at(moment === 'before' ? 0.3 : 0.7)),
      moment,
      person: random.between(1, 4),
      family: random.between(1, 5),
      network: random.between(2, 5),
      note: '',
      recorded_by: tutor.id,
      recorded_at: instantOf(at(0.7)),
    });
  }
}

/** Two requests that fit into the ledger, decided by the regia; of an approved one something is paid. */
export function addGrants(
  { rows, random, household, tutor, lead, at }: Setting,
  { goals, programmeId }: { goals: readonly GoalWords[]; programmeId: ProgrammeId },
): void {
  if (lead === null || !random.chance(0.3)) return;
  const ledger = { household_id: household.id, programme_id: programmeId };
  rows.add('grant_ledger', {
    ...ledger,
    cap_cents: capCents,
    held_cents: 0,
    stated_by: lead.id,
    stated_at: instantOf(at(0.2)),
    version: 1,
  });
  for (const goal of random.some(goals, 2)) {
    const status = random.pick(['requested', 'approved', 'approved', 'rejected', 'closed']);
    const requested_cents = random.between(50, capCents / 200) * 100;
    const approved = status === 'approved' || status === 'closed';
    const decided = status !== 'requested';
    const id = random.id(GrantId, at(0.5));
    rows.add('grant_request', {
      ...ledger,
      id,
      goal_id: goal.id,
      category: random.pick(['rent_deposit', 'utilities', 'nido', 'childcare_goods', 'training']),
      fragility: 'Non ha altre entrate.',
      status,
      requested_cents,
      approved_cents: approved ? requested_cents : null,
      paid_cents: 0,
      requested_by: tutor.id,
      requested_on: dayOf(at(0.5)),
      decided_by: decided ? lead.id : null,
      decided_on: decided ? dayOf(at(0.6)) : null,
      decision_reason: status === 'rejected' ? 'C’è un contributo del Comune.' : null,
      version: 1,
    });
    if (!approved) continue;
    rows.add('grant_expense', {
      id: random.id(ExpenseId, at(0.7)),
      grant_id: id,
      cents: Math.floor(requested_cents / 2),
      category: 'other',
      payee: 'Fornitore',
      paid_on: dayOf(at(0.7)),
      receipt: 'ricevuta',
      note: '',
      recorded_by: tutor.id,
      recorded_at: instantOf(at(0.7)),
    });
  }
}

/** Places left in each structure. */
export type Room = Map<BodyId, number>;

/** Help at home first; where it wasn't enough, a place: waiting, in stay while there is room, or in the past. */
export function addShelter(
  { rows, random, household, tutor, at }: Setting,
  { mother, desk, room }: { mother: Member; desk: BodyId; room: Room },
): void {
  if (!random.chance(0.15)) return;
  const home_support_id = random.id(HomeSupportId, at(0.3));
  const enough = random.chance(0.5);
  rows.add('home_support', {
    id: home_support_id,
    household_id: household.id,
    kind: random.pick(['volunteer_visits', 'home_education', 'rent_negotiation']),
    body_id: desk,
    since: dayOf(at(0.3)),
    until: dayOf(at(0.5)),
    outcome: enough ? 'goal_met' : 'not_enough',
    note: '',
    recorded_by: tutor.id,
    version: 1,
  });
  const structure = random.pick([...room.keys()]);
  if (enough || structure === undefined) return;
  const left = room.get(structure) ?? 0;
  const status = random.chance(0.1) ? 'requested' : left > 0 ? 'in_stay' : 'ended';
  if (status === 'in_stay') room.set(structure, left - 1);
  const booked = status !== 'requested';
  rows.add('placement', {
    id: random.id(PlacementId, at(0.6)),
    household_id: household.id,
    member_ids: [mother.id],
    expected: 0,
    cause: random.pick(['eviction_arrears', 'pregnancy_without_support', 'other_loss_of_home']),
    urgency: 'ordinary',
    wanted_from: dayOf(at(0.6)),
    home_support_id,
    concealed: false,
    status,
    requested_by: tutor.id,
    requested_on: dayOf(at(0.6)),
    structure_id: booked ? structure : null,
    starts_on: booked ? dayOf(at(0.65)) : null,
    ends_on: booked ? (status === 'ended' ? dayOf(at(0.95)) : addDays(household.today, 60)) : null,
    booked_by: booked ? tutor.id : null,
    booked_at: booked ? instantOf(at(0.62)) : null,
    arrived_on: booked ? dayOf(at(0.65)) : null,
    re_entry: false,
    exit_reason: status === 'ended' ? 'own_home' : null,
    exit_words: status === 'ended' ? 'Ha una casa sua.' : null,
    changed_at: instantOf(at(0.95)),
    version: 1,
  });
}
