/** What belongs to no generated household: anonymous contacts of the desks, initiatives with their sessions, loose reports. */
import { dayOf, instantOf } from '../../../shared/dates.ts';
import { type BodyId, DeskContactId, InitiativeId, InitiativeSessionId } from '../../../shared/ids.ts';
import type { Random } from './random.ts';
import { addLooseReport } from './reports.ts';
import type { Rows } from './rows.ts';
import type { Worker } from './workers.ts';

type Neighbourhood = {
  readonly index: number;
  readonly now: Date;
  readonly desks: readonly BodyId[];
  readonly callCentre: Worker;
  readonly deskWorker: Worker;
};

/** For household number `index`: every fourth a contact, every tenth a report, every twenty-fifth an initiative. */
export function addNeighbourhood(rows: Rows, random: Random, given: Neighbourhood): void {
  const { index, now, desks, callCentre } = given;
  if (index % 4 === 0) addDeskContact(rows, random, given);
  if (index % 10 === 0)
    addLooseReport(rows, random, { index: index / 10, now, callCentre, bodyId: random.pick(desks) });
  if (index % 25 === 0) addInitiative(rows, random, given);
}

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

function addDeskContact(rows: Rows, random: Random, { index, now, desks, deskWorker }: Neighbourhood): void {
  const at = daysAgo(now, random.between(1, 400));
  const id = random.id(DeskContactId, at);
  const last_at = instantOf(at);
  const subject = random.pick(['woman', 'pregnant', 'mother_with_children']);
  rows.add('desk_contact', {
    id,
    code: `G-${index}`,
    language: random.pick(['it', 'ar', 'fr']),
    subject,
    logged_by: deskWorker.id,
    last_at,
    version: 1,
  });
  rows.add('desk_contact_step', {
    id: random.id(DeskContactId, at),
    contact_id: id,
    desk_id: random.pick(desks),
    on_day: dayOf(at),
    topic: 'Domanda sul nido',
    outcome: random.pick(['done', 'oriented', 'appointment']),
    oriented_to: [],
    by_id: deskWorker.id,
    at: last_at,
  });
}

/** One session behind, counted, and one ahead. */
function addInitiative(rows: Rows, random: Random, { now, desks, deskWorker }: Neighbourhood): void {
  const id = random.id(InitiativeId, now);
  rows.add('initiative', {
    id,
    body_id: random.pick(desks),
    title: random.pick(['Spazio mamme', 'Massaggio del neonato', 'Primi passi in italiano']),
    kind: random.pick(['mothers_space', 'playgroup', 'language_class']),
    objective: random.pick(['positive_parenting', 'community_support', 'information_orientation']),
    languages: ['it'],
    note: '',
    version: 1,
  });
  for (const days of [random.between(3, 300), -random.between(2, 40)]) {
    const held = days > 0;
    const women = held ? random.between(3, 14) : null;
    rows.add('initiative_session', {
      id: random.id(InitiativeSessionId, now),
      initiative_id: id,
      starts_at: instantOf(daysAgo(now, days)),
      minutes_long: 120,
      status: held ? 'held' : 'planned',
      women,
      children: held ? random.between(0, 12) : null,
      partners: held ? random.between(0, 3) : null,
      newcomers: held ? random.between(0, 3) : null,
      recorded_by: held ? deskWorker.id : null,
      recorded_at: held ? instantOf(daysAgo(now, days - 1)) : null,
      version: 1,
    });
  }
}
