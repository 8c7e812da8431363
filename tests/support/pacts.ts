/** Builders of pacts and of what stands around them: a household with a regia, a goal and a mother with her own account. */
import type { World } from '../../server/command.ts';
import { linkAccount } from '../../server/records/households/members.ts';
import { draftPact } from '../../server/records/pacts/commands.ts';
import { proposePact } from '../../server/records/pacts/signing.ts';
import type { Actor } from '../../shared/access.ts';
import { addMonths, dayOf } from '../../shared/dates.ts';
import { CommitmentId, newId, PactId } from '../../shared/ids.ts';
import type { Goal } from '../../shared/records/goals.ts';
import type { Pact, PactDraft } from '../../shared/records/pacts.ts';
import {
  act,
  giveLead,
  type MadeHousehold,
  makeFamilyAccount,
  makeGoal,
  makeHousehold,
  makeService,
} from './households.ts';
import { asRule, must } from './people.ts';

export type Family = {
  readonly household: MadeHousehold;
  readonly lead: Actor;
  readonly goal: Goal;
  readonly mother: Actor;
};

/** A household with tutor, regia and goal, whose mother signs in. */
export async function makeFamily(world: World): Promise<Family> {
  const household = await makeHousehold(world);
  const service = await makeService(world);
  await giveLead(world, household, service);
  const goal = await makeGoal(world, household);
  const mother = await makeFamilyAccount(world, household);
  await asRule(world, ({ tx }) => linkAccount(tx, household.motherId, mother.personId));
  return { household, lead: service.worker, goal, mother };
}

export const pactDraft = (
  { household, goal }: Pick<Family, 'household' | 'goal'>,
  given: Partial<PactDraft> = {},
): PactDraft => {
  const start = dayOf(new Date());
  return {
    id: newId(PactId),
    programmeId: null,
    caseManagerId: household.tutor.personId,
    beneficiaryId: household.motherId,
    language: 'ar',
    start,
    end: addMonths(start, 7),
    supports: ['relational'],
    goalIds: [goal.id],
    commitments: [
      {
        id: newId(CommitmentId),
        who: { kind: 'person', id: household.tutor.personId },
        what: 'Vedersi ogni due settimane',
        due: null,
      },
      {
        id: newId(CommitmentId),
        who: { kind: 'member', id: household.motherId },
        what: 'Dire se qualcosa non va',
        due: null,
      },
    ],
    ...given,
  };
};

export const draft = (
  world: World,
  family: Family,
  given: Partial<PactDraft> = {},
  by = family.household.tutor,
) =>
  act(world, by, (context) =>
    draftPact(context, { householdId: family.household.id, ...pactDraft(family, given) }),
  );

/** A pact whose text is frozen, waiting for its signatures. */
export async function proposed(world: World, family: Family, given: Partial<PactDraft> = {}): Promise<Pact> {
  const { id: pactId, version } = await must(draft(world, family, given));
  const { household } = family;
  return must(
    act(world, household.tutor, (context) =>
      proposePact(context, { householdId: household.id, pactId, version }),
    ),
  );
}
