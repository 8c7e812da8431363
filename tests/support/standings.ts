/** Everybody who can stand to a household in some way, in three households of different states, with what is true of them. */
import type { World } from '../../server/command.ts';
import { endMembership } from '../../server/records/care-team/commands.ts';
import { scheduleConference } from '../../server/records/conferences/commands.ts';
import { storeReceipt } from '../../server/records/grants/files.ts';
import { changeStatus } from '../../server/records/households/commands.ts';
import { openZone } from '../../server/records/zones/commands.ts';
import type { Actor, Relation } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { type ConferenceId, FileId, newId, TeamMembershipId } from '../../shared/ids.ts';
import { PersonFunction } from '../../shared/person-function.ts';
import type { HouseholdStatus } from '../../shared/records/households.ts';
import {
  act,
  conferenceWith,
  consentTo,
  giveLead,
  join,
  type MadeHousehold,
  makeAssociation,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
  propose,
} from './households.ts';
import { must } from './people.ts';

export type Standing = { readonly name: string; readonly actor: Actor; readonly relation: Relation };

export type Place = {
  readonly status: HouseholdStatus;
  readonly household: MadeHousehold;
  readonly conferenceId: ConferenceId;
  /** A receipt that is there, so that a refusal isn’t taken for a missing file. */
  readonly fileId: FileId;
  readonly standings: readonly Standing[];
};

type Facts = Partial<Omit<Relation, 'household'>>;

/** One household of that status with everybody around it; strangers of all functions come from `makeStrangers`. */
export async function makePlace(
  world: World,
  status: 'screening' | 'enrolled' | 'closed',
  strangers: readonly { readonly name: string; readonly actor: Actor }[],
): Promise<Place> {
  const household = await makeHousehold(world);
  const other = await makeHousehold(world, { tutor: household.tutor });
  const lead = await makeService(world);
  await giveLead(world, household, lead);
  const asked = await makeService(world, 'health');
  const consented = await makeAssociation(world);
  const notConsented = await makeAssociation(world);
  const roles = ['social', 'health', 'education', 'mediator', 'protection', 'volunteer'] as const;
  const members = await Promise.all(roles.map((role) => makeWorker(world, role)));
  const [named, ended] = [await makeWorker(world, 'education'), await makeWorker(world, 'health')];
  for (const actor of [...members, named, ended, consented.worker, notConsented.worker]) {
    await join(world, household, actor);
  }
  await consentTo(world, household, consented.body);
  await openTo(world, household, named);
  await endTeam(world, household, ended);
  await propose(world, household, asked, lead.worker);
  const { id: conferenceId } = await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, { householdId: household.id, ...conferenceWith(household, lead.worker) }),
    ),
  );
  const base64 = Buffer.from('%PDF-1.7\n').toString('base64');
  const { id: fileId } = await must(
    act(world, household.tutor, (context) =>
      storeReceipt(context, { householdId: household.id, id: newId(FileId), name: 'ricevuta.pdf', base64 }),
    ),
  );
  await moveTo(world, household, status);

  const stands = (name: string, actor: Actor, facts: Facts = {}): Standing => ({
    name,
    actor,
    relation: {
      household: { id: household.id, status },
      tutor: false,
      lead: false,
      leadBody: false,
      leadAssigned: true,
      leadProposed: false,
      role: null,
      consented: false,
      namedFor: [],
      family: false,
      ...facts,
    },
  });
  const standings = [
    ...strangers.map(({ name, actor }) => stands(`stranger: ${name}`, actor)),
    stands('tutor', household.tutor, { tutor: true }),
    stands('lead', lead.worker, { lead: true, leadBody: true, role: 'social' }),
    stands('colleague of the lead', await makeWorker(world, 'social', lead.body.id), { leadBody: true }),
    stands('desk of the lead’s body', await makeWorker(world, 'desk', lead.body.id), { leadBody: true }),
    ...roles.map((role, index) => stands(`team: ${role}`, members[index] ?? household.tutor, { role })),
    stands('team: education, social notes opened', named, { role: 'education', namedFor: ['social-notes'] }),
    stands('team: ended', ended),
    stands('partner with consent', consented.worker, { role: 'partner', consented: true }),
    stands('partner without consent', notConsented.worker, { role: 'partner' }),
    stands(
      'colleague of a partner, outside the team',
      await makeWorker(world, 'partner', consented.body.id),
      {
        consented: true,
      },
    ),
    stands('asked to take the regia', asked.worker, { leadProposed: true }),
    stands('colleague of who is asked', await makeWorker(world, 'health', asked.body.id), {
      leadProposed: true,
    }),
    stands('desk of who is asked', await makeWorker(world, 'desk', asked.body.id)),
    stands('the family', await makeFamilyAccount(world, household), { family: true }),
    stands('another family', await makeFamilyAccount(world, other)),
  ];
  return { status, household, conferenceId, fileId, standings };
}

/** One person of each function who has nothing to do with anything. */
export const makeStrangers = async (world: World) => {
  const elsewhere = await makeHousehold(world);
  return Promise.all(
    PersonFunction.options.map(async (name) => ({
      name,
      actor: name === 'family' ? await makeFamilyAccount(world, elsewhere) : await makeWorker(world, name),
    })),
  );
};

const openTo = (world: World, { id, tutor }: MadeHousehold, { personId }: Actor) =>
  must(
    act(world, tutor, (context) =>
      openZone(context, {
        householdId: id,
        zone: 'social-notes',
        personId,
        reason: 'La scuola deve saperlo.',
      }),
    ),
  );

async function endTeam(world: World, { id, tutor }: MadeHousehold, { personId }: Actor): Promise<void> {
  const [row] = await world.db.sql`
    select id from team_membership where household_id = ${id} and person_id = ${personId}`;
  assert(row, 'whoever joined has a membership');
  const membershipId = TeamMembershipId.parse(row.id);
  await must(
    act(world, tutor, (context) =>
      endMembership(context, { householdId: id, membershipId, reason: 'Trasferita.' }),
    ),
  );
}

async function moveTo(world: World, { id, tutor }: MadeHousehold, status: HouseholdStatus): Promise<void> {
  const steps = { screening: [], enrolled: ['enrolled'], closed: ['enrolled', 'closed'] } as const;
  for (const step of steps[status as keyof typeof steps]) {
    await must(
      act(world, tutor, (context) =>
        changeStatus(context, { householdId: id, status: step, reason: 'Deciso.' }),
      ),
    );
  }
}
