/** The territory's story: partners and networks, spaces, initiatives, pacts, trainings, tables, procedures. */
import type { Actor } from '../../shared/access.ts';
import { instantOf } from '../../shared/dates.ts';
import { InitiativeId, InitiativeSessionId, newId, SpaceId, TrainingId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { Agreement, TieKind } from '../../shared/records/partners.ts';
import type { SketchPoint } from '../../shared/records/territory.ts';
import { type CommandContext, runCommand } from '../command.ts';
import { planInitiative, recordAttendance } from '../records/initiatives/commands.ts';
import { recordPartnership, tieBody } from '../records/partners/commands.ts';
import { addSpace } from '../records/spaces/commands.ts';
import { addTraining, recordTrainingAttendance } from '../records/trainings/commands.ts';
import { type Cast, mustHold } from './cast.ts';
import type { NetworkFiles } from './network-files.ts';
import type { Step } from './story.ts';
import type { StoryCalendar, StoryDate } from './story-dates.ts';
import { stepsOfAgreements } from './story-territory-agreements.ts';
import type { TerritoryFile } from './territory-files.ts';

/** What telling needs: who was there, when, and how one step is told. */
export type Telling = {
  readonly cast: Cast;
  readonly calendar: StoryCalendar;
  /** The coordination of the network. */
  readonly coordinator: Actor;
  step<T>(
    date: StoryDate,
    by: Actor,
    what: string,
    command: (context: CommandContext) => Promise<Outcome<T>>,
  ): Step;
};

/** The network is older than every initiative. */
const begun: StoryDate = { day: -420 };

export function stepsOfTerritory(
  file: TerritoryFile,
  { bodies }: Pick<NetworkFiles, 'bodies'>,
  cast: Cast,
  calendar: StoryCalendar,
): Step[] {
  const coordinator = cast.people.find((person) => person.function === 'coordinator');
  const telling: Telling = {
    cast,
    calendar,
    coordinator: cast.actor(coordinator?.key ?? ''),
    step(date, by, what, command) {
      const at = calendar.momentOf(date, '12:00');
      return {
        at,
        run: async (world) => {
          mustHold(what, await runCommand({ ...world, now: () => at }, by, command));
        },
      };
    },
  };
  return [
    ...stepsOfPartners(telling, bodies),
    ...stepsOfSpaces(telling, file),
    ...stepsOfInitiatives(telling, file),
    ...stepsOfTrainings(telling, file),
    ...stepsOfAgreements(telling, file),
  ];
}

type Body = NetworkFiles['bodies'][number];

/** Where the eight Case lie on the sketch; other bodies stand in their Circoscrizione. */
const places: Readonly<Record<string, SketchPoint>> = {
  'casa-aglie': { x: 600, y: 280 },
  'casa-barrito': { x: 590, y: 800 },
  'casa-roccafranca': { x: 220, y: 780 },
  'casa-nel-parco': { x: 330, y: 910 },
  'casa-san-salvario': { x: 605, y: 680 },
  'casa-caos': { x: 190, y: 290 },
  'casa-spazioquattro': { x: 420, y: 450 },
  'casa-cecchi': { x: 620, y: 420 },
};

const isSecret = ({ kind, sector }: Body): boolean => kind === 'shelter' && sector === 'protection';

function agreementOf({ kind, sector, public: isPublic }: Body): Agreement {
  if (kind === 'casa_del_quartiere' || kind === 'network') return 'founding';
  if (isPublic) return 'convention';
  return sector === 'market' ? 'informal' : 'protocol';
}

function tieOf({ sector, kind }: Body): TieKind {
  if (sector === 'market' || kind === 'parish') return 'gives';
  if (sector === 'education' || kind === 'training_body') return 'teaches';
  return sector === 'third_sector' ? 'runs_together' : 'refers';
}

function stepsOfPartners({ cast, calendar, coordinator, step }: Telling, bodies: readonly Body[]): Step[] {
  const open = bodies.filter((body) => !isSecret(body));
  const partnerships = open.map((body, index) => {
    const contact = cast.people.find((person) => person.body === body.key);
    return step(begun, coordinator, `partnership of ${body.key}`, (context) =>
      recordPartnership(context, {
        bodyId: cast.body(body.key),
        agreement: agreementOf(body),
        since: calendar.dayOf({ day: begun.day - 30 * ((index % 9) + 1) }),
        contactName: contact?.name ?? '',
        contactRole: contact?.title ?? 'segreteria',
        contactEmail: contact?.email ?? body.contacts.email,
        contactPhone: body.contacts.phone,
        place: places[body.key] ?? null,
        version: null,
      }),
    );
  });
  const houses = open.filter(({ kind }) => kind === 'casa_del_quartiere');
  const ties = houses.flatMap((casa) =>
    open
      .filter((body) => body.kind !== 'casa_del_quartiere' && isNear(casa, body))
      .map((body, index) =>
        step({ day: begun.day + 1 + index }, coordinator, `${body.key} in ${casa.key}’s network`, (context) =>
          tieBody(context, {
            casaId: cast.body(casa.key),
            bodyId: cast.body(body.key),
            kind: tieOf(body),
            since: calendar.dayOf({ day: begun.day + 1 + index }),
          }),
        ),
      ),
  );
  return [...partnerships, ...ties];
}

/** Of the same Circoscrizione, or of the whole city. */
const isNear = (casa: Body, body: Body): boolean => body.district === null || body.district === casa.district;

const stepsOfSpaces = ({ cast, coordinator, step }: Telling, { spaces }: TerritoryFile): Step[] =>
  spaces.map(({ body, name, seats, uses, stepFree, hours, note }) =>
    step({ day: begun.day + 20 }, coordinator, `space ${name}`, (context) =>
      addSpace(context, {
        id: newId(SpaceId),
        bodyId: cast.body(body),
        name,
        resources: uses,
        capacity: seats,
        hours,
        stepFree,
        accessNote: '',
        note,
        place: null,
      }),
    ),
  );

/** The same title in the same place is one initiative that meets again. Notes are of the last time. */
function stepsOfInitiatives(telling: Telling, { initiatives }: TerritoryFile): Step[] {
  const groups = Map.groupBy(initiatives, ({ title, place }) => `${place}: ${title}`);
  return [...groups.values()].flatMap((meetings) => stepsOfInitiative(telling, meetings));
}

function stepsOfInitiative(
  { cast, calendar, coordinator, step }: Telling,
  meetings: readonly TerritoryFile['initiatives'][number][],
): Step[] {
  const [first] = [...meetings].sort((a, b) => b.start.day - a.start.day);
  if (first === undefined) return [];
  const { title, kind, place, objective, languages, programme } = first;
  const initiativeId = newId(InitiativeId);
  const sessions = meetings.map((meeting) => ({ meeting, id: newId(InitiativeSessionId) }));
  const earliest = Math.min(...meetings.map(({ start }) => start.day));
  const planned = step({ day: Math.min(earliest - 14, -1) }, coordinator, title, (context) =>
    planInitiative(context, {
      id: initiativeId,
      bodyId: cast.body(place),
      spaceId: null,
      programmeId: programme == null ? null : cast.programme(programme),
      title,
      kind,
      objective,
      languages,
      capacity: null,
      note: first.note,
      sessions: sessions.map(({ meeting, id }) => ({
        id,
        startsAt: instantOf(calendar.plannedMomentOf(meeting.start, '10:00')),
        minutesLong: 120,
      })),
    }),
  );
  const counted = sessions.flatMap(({ meeting: { start, ledBy, attendance }, id }) => {
    const { women, children, partners, newcomers } = attendance;
    if (women === null || children === null || partners === null || newcomers === null) return [];
    const leader = cast.actor(ledBy);
    const by = leader.bodyId === cast.body(place) && leader.function !== 'volunteer' ? leader : coordinator;
    return step({ day: start.day, time: '20:00' }, by, `attendance of ${title}`, (context) =>
      recordAttendance(context, {
        initiativeId,
        sessionId: id,
        women,
        children,
        partners,
        newcomers,
        version: 1,
      }),
    );
  });
  return [planned, ...counted];
}

const stepsOfTrainings = (
  { cast, calendar, coordinator, step }: Telling,
  { trainings }: TerritoryFile,
): Step[] =>
  trainings.flatMap(({ title, start, hours, trainer, place, attended }) => {
    const id = newId(TrainingId);
    const added = step({ day: Math.min(start.day - 20, -1) }, coordinator, title, (context) =>
      addTraining(context, {
        id,
        title,
        startsAt: instantOf(calendar.plannedMomentOf(start, '09:30')),
        hours,
        trainer,
        bodyId: cast.body(place),
        materials: [],
      }),
    );
    if (start.day >= 0) return [added];
    const came = step({ day: start.day, time: '20:00' }, coordinator, `who came to ${title}`, (context) =>
      recordTrainingAttendance(context, {
        trainingId: id,
        personIds: attended.map((key) => cast.person(key)),
        others: 0,
        version: 1,
      }),
    );
    return [added, came];
  });
