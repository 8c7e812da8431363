/**
 * Racing commands: people who do at the same moment what only one of them may have done. Of several proposals of the
 * regia one stands; of several answers to it one counts; of several who use one invitation's link one gets an account.
 */
import type { World } from '../../server/command.ts';
import {
  acceptInvitation,
  invitePerson,
  withdrawInvitation,
} from '../../server/records/invitations/commands.ts';
import { acceptLead, declineLead, proposeLead, withdrawLead } from '../../server/records/lead/commands.ts';
import type { Actor } from '../../shared/access.ts';
import { LeadProposalId, newId, PersonId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { Random } from '../support/faults-random.ts';
import { act, type MadeHousehold, makeHousehold, makeService, type Service } from '../support/households.ts';
import { makePerson, must, password, worldOn } from '../support/people.ts';
import { type Proof, type Round, together } from './proof.ts';

const racers = 4;
/** In one round; each race has this many racers at least. */
const racesPerRound = { proposals: 5, answers: 5, invitations: 5 };

export const races: Proof = {
  name: 'races',
  promise: 'regia and invitations: exactly one winner in a thousand races each',
  rounds: 200,
  async open(stage) {
    const { db } = await stage.database();
    const world = worldOn(db);
    const services = await Promise.all(Array.from({ length: racers }, () => makeService(world)));
    const admin = (await makePerson(world, { function: 'admin' })).actor;
    return {
      async round(random) {
        const household = await makeHousehold(world);
        const rounds: Round[] = [];
        for (let race = 0; race < racesPerRound.proposals; race++) {
          rounds.push(await raceOfProposals(world, household, services, random));
        }
        for (let race = 0; race < racesPerRound.answers; race++) {
          rounds.push(await raceOfAnswers(world, random.pick(services), random));
        }
        for (let race = 0; race < racesPerRound.invitations; race++) {
          rounds.push(await raceForInvitation(world, admin, random));
        }
        return together(...rounds);
      },
      close: async () => undefined,
    };
  },
};

type Entry<T> = () => Promise<Outcome<T>>;

/** Starts all at once, in an order that chance decides, and answers who won. */
async function race<T>(
  name: string,
  entries: readonly Entry<T>[],
  random: Random,
): Promise<Round & { won: T | undefined }> {
  const outcomes = await Promise.all(random.shuffled(entries).map((enter) => enter()));
  const won = outcomes.filter((outcome) => outcome.ok);
  const findings = won.length === 1 ? [] : [`${name}: ${won.length} of ${entries.length} won`];
  return { counts: { [name]: 1, racers: entries.length }, findings, won: won[0]?.value };
}

async function raceOfProposals(
  world: World,
  household: MadeHousehold,
  services: readonly Service[],
  random: Random,
): Promise<Round> {
  const entries = services.map(({ body, worker }) => () => {
    const input = {
      householdId: household.id,
      id: newId(LeadProposalId),
      bodyId: body.id,
      personId: worker.personId,
      reason: 'Il nodo è la casa.',
    };
    return act(world, household.tutor, (context) => proposeLead(context, input));
  });
  const { won, ...round } = await race('proposals', entries, random);
  const waiting = await world.db.sql`
    select from lead_proposal where household_id = ${household.id} and state = 'waiting'`;
  const findings = waiting.length === 1 ? [] : [`${waiting.length} proposals wait at once`];
  if (won !== undefined) {
    await must(
      act(world, household.tutor, (context) =>
        withdrawLead(context, { householdId: household.id, proposalId: won.id }),
      ),
    );
  }
  return together(round, { counts: {}, findings });
}

/** The service accepts and declines from two pages, the tutor takes the proposal back, all at once. */
async function raceOfAnswers(world: World, { body, worker }: Service, random: Random): Promise<Round> {
  const household = await makeHousehold(world);
  const id = newId(LeadProposalId);
  const input = {
    householdId: household.id,
    id,
    bodyId: body.id,
    personId: worker.personId,
    reason: 'Il nodo è la casa.',
  };
  await must(act(world, household.tutor, (context) => proposeLead(context, input)));
  const answer = { householdId: household.id, proposalId: id };
  const entries: Entry<unknown>[] = [
    () => act(world, worker, (context) => acceptLead(context, answer)),
    () => act(world, worker, (context) => declineLead(context, { ...answer, reason: 'Fuori zona.' })),
    () => act(world, household.tutor, (context) => withdrawLead(context, answer)),
  ];
  const { won: _won, ...round } = await race('answers', entries, random);
  const tenures = await world.db.sql`
    select from lead_tenure where household_id = ${household.id} and until is null`;
  const findings = tenures.length <= 1 ? [] : [`${tenures.length} hold the regia at once`];
  return together(round, { counts: {}, findings });
}

async function raceForInvitation(world: World, admin: Actor, random: Random): Promise<Round> {
  const email = `invitata-${newId(PersonId)}@example.org`;
  const draft = {
    email,
    name: 'Giulia',
    function: 'health',
    bodyId: null,
    title: 'ostetrica',
    screenLanguage: 'it',
  } as const;
  const { token, invitation } = await must(act(world, admin, (context) => invitePerson(context, draft)));
  const accept = (): Promise<Outcome<unknown>> => {
    const newcomer: Actor = {
      personId: newId(PersonId),
      function: 'health',
      bodyId: null,
      householdId: null,
    };
    return act(world, newcomer, (context) =>
      acceptInvitation(context, token, { name: 'Giulia', password, languages: ['it'], screenLanguage: 'it' }),
    );
  };
  const withdraw = () => act<unknown>(world, admin, (context) => withdrawInvitation(context, invitation.id));
  const { won: _won, ...round } = await race('invitations', [accept, accept, accept, withdraw], random);
  const accounts = await world.db.sql`select from person where email = ${email}`;
  const findings = accounts.length <= 1 ? [] : [`${accounts.length} accounts of one invitation`];
  return together(round, { counts: {}, findings });
}
