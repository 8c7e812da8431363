/** Builders of what stands in the territory: a Casa with somebody at its desk, the coordination, a space, an initiative. */
import type { World } from '../../server/command.ts';
import { planInitiative } from '../../server/records/initiatives/commands.ts';
import { addSpace } from '../../server/records/spaces/commands.ts';
import type { Actor } from '../../shared/access.ts';
import { instantOf } from '../../shared/dates.ts';
import { type BodyId, InitiativeId, InitiativeSessionId, newId, SpaceId } from '../../shared/ids.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { Initiative, InitiativeDraft } from '../../shared/records/initiatives.ts';
import type { Space, SpaceDraft } from '../../shared/records/spaces.ts';
import { act, makeWorker } from './households.ts';
import { makeBody, must } from './people.ts';

export type Casa = { readonly body: Body; readonly desk: Actor };

/** A Casa del Quartiere and somebody at its desk. */
export async function makeCasa(world: World, name = 'Casa della prova'): Promise<Casa> {
  const body = await makeBody(world, { name, kind: 'casa_del_quartiere', sector: 'desk', public: false });
  return { body, desk: await makeWorker(world, 'desk', body.id) };
}

/** A shelter whose address is secret, and somebody who works there. */
export async function makeConcealed(world: World): Promise<{ body: Body; worker: Actor }> {
  const body = await makeBody(world, {
    name: 'Rifugio nascosto',
    kind: 'shelter',
    sector: 'protection',
    public: false,
    district: null,
    area: null,
  });
  return { body, worker: await makeWorker(world, 'protection', body.id) };
}

export const spaceOf = (bodyId: BodyId, given: Partial<SpaceDraft> = {}): SpaceDraft => ({
  id: newId(SpaceId),
  bodyId,
  name: 'Sala del tè',
  resources: ['mothers_space'],
  capacity: 25,
  hours: 'mar–sab 9–18',
  stepFree: true,
  accessNote: '',
  note: '',
  place: null,
  ...given,
});

export const makeSpace = (world: World, by: Actor, draft: SpaceDraft): Promise<Space> =>
  must(act(world, by, (context) => addSpace(context, draft)));

/** An hour and a half that began so many hours from now. */
export const sessionIn = (hours: number) => ({
  id: newId(InitiativeSessionId),
  startsAt: instantOf(new Date(Date.now() + hours * 3_600_000)),
  minutesLong: 90,
});

export const initiativeOf = (bodyId: BodyId, given: Partial<InitiativeDraft> = {}): InitiativeDraft => ({
  id: newId(InitiativeId),
  bodyId,
  spaceId: null,
  programmeId: null,
  title: 'Spazio mamme del martedì',
  kind: 'mothers_space',
  objective: 'positive_parenting',
  languages: ['it', 'ar'],
  capacity: null,
  note: '',
  sessions: [sessionIn(-2)],
  ...given,
});

export const makeInitiative = (world: World, by: Actor, draft: InitiativeDraft): Promise<Initiative> =>
  must(act(world, by, (context) => planInitiative(context, draft)));
