/** Builders of shelter: structures, requests and stays. */
import type { World } from '../../server/command.ts';
import { bookPlacement } from '../../server/records/placements/booking.ts';
import { requestPlacement } from '../../server/records/placements/request.ts';
import { arrive } from '../../server/records/placements/stay.ts';
import { openStructure } from '../../server/records/structures/commands.ts';
import type { Actor } from '../../shared/access.ts';
import { addDays, type Day, dayOf } from '../../shared/dates.ts';
import { BodyId, newId, PlacementId } from '../../shared/ids.ts';
import type { Placement, PlacementDraft } from '../../shared/records/placements.ts';
import type { Structure, StructureTerms } from '../../shared/records/structures.ts';
import { act, type MadeHousehold } from './households.ts';
import { must } from './people.ts';

export const terms = (given: Partial<StructureTerms> = {}): StructureTerms => ({
  capacity: 4,
  others: 0,
  takesPregnant: true,
  takesChildren: true,
  childAgeMax: null,
  alertNights: null,
  open: true,
  ...given,
});

/** The day that many days from the world's today. */
export const dayIn = (world: World, days: number): Day => addDays(dayOf(world.now()), days);

/** A structure with its body; concealed when protection makes it so. */
export const makeStructure = (
  world: World,
  by: Actor,
  {
    name = 'Comunità Il Nespolo',
    concealed = false,
    ...given
  }: Partial<StructureTerms> & { name?: string; concealed?: boolean } = {},
): Promise<Structure> =>
  must(
    act(world, by, (context) =>
      openStructure(context, {
        id: newId(BodyId),
        concealed,
        terms: terms(given),
        body: {
          name,
          kind: 'shelter',
          sector: concealed ? 'protection' : 'social',
          public: false,
          district: null,
          area: null,
          languages: ['it'],
          resources: [],
          description: '',
          email: null,
          phone: null,
          hours: null,
        },
      }),
    ),
  );

/** A request for the mother alone that states an emergency, unless told otherwise. */
export const requestDraft = (
  world: World,
  household: MadeHousehold,
  given: Partial<PlacementDraft> = {},
): PlacementDraft => ({
  id: newId(PlacementId),
  memberIds: [household.motherId],
  expected: 0,
  cause: 'eviction_arrears',
  urgency: 'now',
  wantedFrom: dayIn(world, 0),
  homeSupportId: null,
  emergency: { reason: 'on_the_street', words: 'Sfratto eseguito stamattina.' },
  concealed: false,
  ...given,
});

export const ask = (
  world: World,
  household: MadeHousehold,
  given: Partial<PlacementDraft> = {},
  by: Actor = household.tutor,
): Promise<Placement> =>
  must(
    act(world, by, (context) =>
      requestPlacement(context, { householdId: household.id, ...requestDraft(world, household, given) }),
    ),
  );

export const book = (
  world: World,
  by: Actor,
  { id, version }: Pick<Placement, 'id' | 'version'>,
  structureId: BodyId,
  { from = dayIn(world, 0), until = dayIn(world, 30) as Day | null, reviewOn = null as Day | null } = {},
) =>
  act(world, by, (context) =>
    bookPlacement(context, { placementId: id, structureId, from, until, reviewOn, version }),
  );

/** A stay that begins today. */
export async function makeStay(
  world: World,
  by: Actor,
  household: MadeHousehold,
  structureId: BodyId,
  days: { from?: Day; until?: Day | null; reviewOn?: Day | null } = {},
): Promise<Placement> {
  const booked = await must(book(world, by, await ask(world, household), structureId, days));
  const { id: placementId, version, from } = booked;
  return must(
    act(world, by, (context) =>
      arrive(context, { placementId, version, on: from ?? dayIn(world, 0), reviewOn: days.reviewOn ?? null }),
    ),
  );
}
