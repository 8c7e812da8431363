/** Structures, home supports, requests, stays and what is secret about them. */

import type { Actor } from '../../shared/access.ts';
import { type Day, dayOf } from '../../shared/dates.ts';
import { type BodyId, HomeSupportId, newId, PlacementId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { HomeSupportOutcome } from '../../shared/records/home-supports.ts';
import type { EmergencyReason } from '../../shared/records/placements.ts';
import type { StructureTerms } from '../../shared/records/structures.ts';
import { runCommand, type World } from '../command.ts';
import { beginHomeSupport, endHomeSupport } from '../records/home-supports/commands.ts';
import { bookPlacement } from '../records/placements/booking.ts';
import { requestPlacement } from '../records/placements/request.ts';
import { arrive, exit, extend, review } from '../records/placements/stay.ts';
import type { AddressBox } from '../records/secret-addresses/box.ts';
import { grantAddress, storeAddress } from '../records/secret-addresses/commands.ts';
import { storeAddressOfStructure } from '../records/secret-addresses/structures.ts';
import { changeStructure, openStructure } from '../records/structures/commands.ts';
import { type Cast, mustHold } from './cast.ts';
import type { HomeSupportFile, PlacementFile, StructureFile } from './network-files.ts';
import type { Step, Story } from './story.ts';
import type { StoryDate } from './story-dates.ts';

/** Who keeps what is secret, and who books the rest. */
const [keeper, operator] = ['cristina-audisio', 'federica-isoardi'];

/** Invented: there are no such streets. */
const addresses = {
  structure: 'via della Luna Nuova 00, Torino',
  household: 'via della Luna Nuova 00, secondo piano',
};

/** Opens the structures, long ago and empty: the guests of others come at the end, when the stories are told. */
export async function openStructures(
  world: World,
  cast: Cast,
  files: readonly StructureFile[],
  box: AddressBox | null,
): Promise<(world: World) => Promise<void>> {
  const opened: Opened[] = [];
  for (const file of files) {
    const actor = cast.actor(file.secretAddress ? keeper : operator);
    const terms = {
      capacity: file.capacity,
      others: 0,
      takesPregnant: true,
      takesChildren: true,
      childAgeMax: null,
      alertNights: file.chronicityAlertDays ?? null,
      open: true,
    };
    const draft = { id: cast.body(file.body), body: null, concealed: file.secretAddress, terms };
    const made = mustHold(
      file.key,
      await runCommand(world, actor, (context) => openStructure(context, draft)),
    );
    const { id } = draft;
    opened.push({ id, terms, actor, version: made.version, others: file.anonymousOccupied });
    if (!file.secretAddress || box === null) continue;
    const words = { structureId: draft.id, address: addresses.structure };
    mustHold(
      file.key,
      await runCommand(world, actor, (context) => storeAddressOfStructure(context, box, words)),
    );
  }
  return async (today) => {
    for (const { id: structureId, actor, terms, version, others } of opened) {
      const change = { structureId, version, ...terms, others };
      mustHold(
        'others’ guests',
        await runCommand(today, actor, (context) => changeStructure(context, change)),
      );
    }
  };
}

type Opened = {
  readonly id: BodyId;
  readonly actor: Actor;
  readonly terms: StructureTerms;
  readonly version: number;
  readonly others: number;
};

/** Everything of one household: what was tried at home, then places and stays, and who may know where. */
export function stepsOfShelter(story: Story, box: AddressBox | null): Step[] {
  const { homeSupports, placements } = story.file;
  const supports = new Map(homeSupports.map(({ key }) => [key, newId(HomeSupportId)]));
  return [
    ...homeSupports.flatMap((file) => stepsOfSupport(story, file, supports)),
    ...placements.flatMap((file) => stepsOfPlacement(story, file, supports)),
    ...placements
      .filter(({ secretAddress }) => secretAddress)
      .flatMap((file) => stepsOfSecret(story, file, box)),
  ];
}

type Supports = ReadonlyMap<string, HomeSupportId>;

function stepsOfSupport(story: Story, file: HomeSupportFile, supports: Supports): Step[] {
  const { id: householdId, calendar, cast } = story;
  const id = supports.get(file.key) ?? newId(HomeSupportId);
  const { kind, by, start, end, note } = file;
  const draft = { id, kind, bodyId: cast.body(by), from: calendar.dayOf(start), note };
  let version = 0;
  const begun = story.step(start, '11:20', story.tutorOn(start.day), file.key, async (context) => {
    const outcome = await beginHomeSupport(context, { householdId, ...draft });
    if (outcome.ok) version = outcome.value.version;
    return outcome;
  });
  if (end == null) return [begun];
  const outcome = HomeSupportOutcome.parse(file.outcome);
  const until = calendar.dayOf(end);
  const ended = story.step(end, '11:25', story.tutorOn(end.day), `${file.key} ends`, (context) =>
    endHomeSupport(context, { householdId, homeSupportId: id, until, outcome, version }),
  );
  return [begun, ended];
}

function stepsOfPlacement(story: Story, file: PlacementFile, supports: Supports): Step[] {
  const { id: householdId, calendar, cast } = story;
  const placementId = newId(PlacementId);
  const members = story.file.members
    .filter(({ relation }) => relation === 'mother' || relation === 'child')
    .slice(0, file.places);
  const dayInStory = ({ day }: StoryDate): Day => calendar.dayOf({ day: Math.max(day, story.opened.day) });
  let version = 0;
  const keepVersion = async <T extends { version: number }>(outcome: Promise<Outcome<T>>) => {
    const known = await outcome;
    if (known.ok) version = known.value.version;
    return known;
  };
  const emergency = file.emergencyReason && {
    reason: emergencyOf(file),
    words: file.emergencyReason,
  };
  const { requested, booked, start, structure } = file;
  const asked = story.step(requested, '11:30', story.tutorOn(requested.day), file.key, (context) =>
    keepVersion(
      requestPlacement(context, {
        householdId,
        id: placementId,
        memberIds: members.map(({ key }) => story.member(key)),
        expected: file.places - members.length,
        cause: file.cause,
        urgency: file.emergencyReason === null ? 'ordinary' : 'now',
        wantedFrom: dayInStory(start),
        homeSupportId: supports.get(file.homeSupportTried ?? '') ?? null,
        emergency: emergency || null,
        concealed: file.secretAddress,
      }),
    ),
  );
  if (booked === null || structure === null) return [asked];
  const from = dayInStory(start);
  const prolonged = file.extensions.reduce((sum, { days }) => sum + days, 0);
  const until = file.end == null ? null : calendar.dayOf({ day: file.end.day - prolonged });
  const lastReview = file.status === 'in_stay' ? (file.reviews.at(-1)?.on.day ?? start.day) : null;
  const book = story.step(booked, '12:00', bookerOf(story, file), `${file.key} booked`, (context) =>
    keepVersion(
      bookPlacement(context, {
        placementId,
        structureId: cast.body(structure),
        from,
        until,
        reviewOn: null,
        version,
      }),
    ),
  );
  if (file.status === 'booked') return [asked, book];
  const arrival = story.step(start, '16:00', story.tutorOn(start.day), `${file.key} begins`, (context) =>
    keepVersion(arrive(context, { placementId, version, on: dayOf(context.now), reviewOn: null })),
  );
  const reviews = file.reviews.map(({ on, by, note }) =>
    story.step(on, '16:10', story.writerOn(by, on.day), `${file.key} reviewed`, (context) =>
      keepVersion(
        review(context, {
          placementId,
          version,
          id: crypto.randomUUID(),
          on: calendar.dayOf(on),
          note,
          next: on.day === lastReview ? calendar.dayOf({ day: on.day + reviewEvery }) : null,
        }),
      ),
    ),
  );
  let end = file.end?.day ?? 0;
  const extensions = file.extensions.toReversed().map(({ on, days, reason, approvedBy }) => {
    const later = calendar.dayOf({ day: end });
    end -= days;
    return story.step(on, '16:20', story.writerOn(approvedBy, on.day), `${file.key} extended`, (context) =>
      keepVersion(extend(context, { placementId, version, id: crypto.randomUUID(), until: later, reason })),
    );
  });
  const left = file.exit;
  if (left === null) return [asked, book, arrival, ...reviews, ...extensions];
  const out = story.step(left.on, '16:30', story.tutorOn(left.on.day), `${file.key} ends`, (context) =>
    keepVersion(
      exit(context, {
        placementId,
        version,
        on: calendar.dayOf(left.on),
        reason: left.reason,
        words: left.to,
      }),
    ),
  );
  return [asked, book, arrival, ...reviews, ...extensions, out];
}

/** Days from one review of a stay to the next: some are due on the day the demo is loaded. */
const reviewEvery = 60;

/** Of a secret structure whoever keeps it, else the call centre. */
const bookerOf = ({ cast }: Story, { structure }: PlacementFile) =>
  cast.actor(structure === 'rifugio-alba' ? keeper : operator);

const emergencyOf = ({ cause, emergencyReason }: PlacementFile): EmergencyReason => {
  if (cause === 'maltreatment') return 'danger';
  return /neonato/.test(emergencyReason ?? '') ? 'newborn' : 'on_the_street';
};

/** Whoever keeps the secret names herself and the regia; where the structure is secret too, the address is kept. */
function stepsOfSecret(story: Story, file: PlacementFile, box: AddressBox | null): Step[] {
  const { id: householdId } = story;
  const by = story.actor(keeper);
  const on = file.booked ?? file.requested;
  const lead = story.file.regia.at(-1)?.person ?? '';
  const named = [keeper, lead].map((person) =>
    story.step(on, '16:40', by, `${person} is named`, (context) =>
      grantAddress(context, {
        householdId,
        personId: story.cast.person(person),
        reason: 'Segue il progetto di protezione.',
      }),
    ),
  );
  if (box === null || file.structure !== 'rifugio-alba') return named;
  const kept = story.step(on, '16:45', by, 'the address is kept', (context) =>
    storeAddress(context, box, { householdId, address: addresses.household }),
  );
  return [...named, kept];
}
