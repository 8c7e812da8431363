/** Who works in a generated network: the demo's own people and as many more as the households need. */
import { type BodyId, PersonId } from '../../../shared/ids.ts';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { canHoldLead } from '../../../shared/records/bodies.ts';
import { isServiceFunction } from '../../../shared/records/people.ts';
import type { Cast } from '../cast.ts';
import type { NetworkFiles } from '../network-files.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';
import { mensNames, surnames, womensNames } from './texts.ts';

export type Worker = {
  readonly id: PersonId;
  readonly function: PersonFunction;
  readonly bodyId: BodyId;
};

export type Workers = {
  readonly tutors: readonly Worker[];
  readonly mediators: readonly Worker[];
  readonly partners: readonly Worker[];
  /** People of public services, who may be named for the regia. */
  readonly services: readonly Worker[];
  readonly callCentre: readonly Worker[];
  readonly deskWorkers: readonly Worker[];
};

/** A tutor follows about this many families. */
const familiesPerTutor = 25;

/** Adds the accounts that are missing and answers everybody. */
export function addWorkers(
  rows: Rows,
  random: Random,
  { cast, files, households, at }: { cast: Cast; files: NetworkFiles; households: number; at: Date },
): Workers {
  const known = cast.people.flatMap((file): Worker[] =>
    file.function === 'family' || file.body === null
      ? []
      : [{ id: cast.person(file.key), function: file.function, bodyId: cast.body(file.body) }],
  );
  const desks = files.bodies.filter(({ sector }) => sector === 'desk').map(({ key }) => cast.body(key));
  const services = files.bodies.filter(canHoldLead);
  const teams = Math.ceil(households / familiesPerTutor);
  let count = 0;
  const hire = (itsFunction: PersonFunction, bodyId: BodyId, title: string): Worker => {
    count += 1;
    const id = random.id(PersonId, at);
    rows.add('person', {
      id,
      email: `collega.${count}@demo.trama.example`,
      name: `${random.pick(random.chance(0.8) ? womensNames : mensNames)} ${random.pick(surnames)}`,
      function: itsFunction,
      body_id: bodyId,
      title,
      languages: ['it'],
      screen_language: 'it',
      password_hash: cast.passwordHash,
      active: true,
      access_epoch: 0,
      created_at: at.toISOString(),
    });
    return { id, function: itsFunction, bodyId };
  };
  const have = (itsFunction: PersonFunction) => known.filter((worker) => worker.function === itsFunction);
  const upTo = (itsFunction: PersonFunction, wanted: number, title: string) => [
    ...have(itsFunction),
    ...Array.from({ length: Math.max(0, wanted - have(itsFunction).length) }, () =>
      hire(itsFunction, random.pick(desks), title),
    ),
  ];
  const perService = Math.max(1, Math.ceil(teams / services.length));
  return {
    tutors: upTo('tutor', teams, 'tutor territoriale'),
    mediators: upTo('mediator', Math.ceil(teams / 2), 'mediatrice culturale'),
    partners: upTo('partner', Math.ceil(teams / 2), 'operatrice di associazione'),
    callCentre: have('call_centre'),
    deskWorkers: have('desk'),
    services: [
      ...known.filter(
        (worker) =>
          isServiceFunction(worker.function) && services.some(({ key }) => cast.body(key) === worker.bodyId),
      ),
      ...services.flatMap(({ key, sector }) =>
        sector === 'social' || sector === 'health' || sector === 'education'
          ? Array.from({ length: perService }, () => hire(sector, cast.body(key), 'operatrice'))
          : [],
      ),
    ],
  };
}
