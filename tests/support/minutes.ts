/** Builders of a conference that was held: its minutes with words under each point and who was there. */
import * as Y from 'yjs';
import type { World } from '../../server/command.ts';
import { takePen } from '../../server/demo/pen.ts';
import { holdConference, scheduleConference } from '../../server/records/conferences/commands.ts';
import { freezeMinutes } from '../../server/records/conferences/freezing.ts';
import { readClosing } from '../../server/records/minutes/queries.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { type Attendance, attendance, minutesContent } from '../../shared/documents/minutes.ts';
import type { ConferenceId, DocumentId, HouseholdId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { ConferenceDraft } from '../../shared/records/conferences.ts';
import type { Closing } from '../../shared/records/minutes.ts';
import { act, conferenceWith, type MadeHousehold } from './households.ts';
import { must } from './people.ts';

export type HeldConference = {
  readonly of: { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId };
  readonly minutesId: DocumentId;
  readonly chair: Actor;
};

/** Held, with words under both points of its agenda and these people confirmed as present: nothing is open. */
export async function makeHeld(
  world: World,
  household: MadeHousehold,
  chair: Actor,
  present: readonly string[],
  given: Partial<ConferenceDraft> = {},
): Promise<HeldConference> {
  const { tutor, id: householdId } = household;
  const planned = await must(
    act(world, tutor, (context) =>
      scheduleConference(context, { householdId, ...conferenceWith(household, chair, given) }),
    ),
  );
  assert(planned.minutes, 'the tutor may open them');
  const minutesId = planned.minutes.documentId;
  const of = { householdId, conferenceId: planned.id };
  await must(act(world, tutor, (context) => holdConference(context, of)));
  await writeMinutes(world, minutesId, tutor, (doc) => {
    say(doc, 1, 'Va bene.');
    say(doc, 3, 'Manca la casa.');
    for (const key of present) mark(doc, key, 'present');
  });
  return { of, minutesId, chair };
}

/** Writes in the minutes as somebody's page would. */
export async function writeMinutes(
  world: World,
  minutesId: DocumentId,
  by: Actor,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const pen = await takePen(createPostgresLog(world.db), minutesId);
  pen.write(by.personId, change);
  await pen.commit();
}

/** Puts words into the block at that place, instead of those that were there. */
export function say(doc: Y.Doc, place: number, words: string): void {
  const block = minutesContent(doc).get(place);
  assert(block instanceof Y.XmlElement, 'a block');
  block.delete(0, block.length);
  block.insert(0, [new Y.XmlText(words)]);
}

export const mark = (doc: Y.Doc, key: string, state: Attendance['state']): void => {
  attendance(doc).set(key, { state, where: 'room' });
};

/** How the minutes stand, as this person sees it. */
export const closingOf = (world: World, { of }: Pick<HeldConference, 'of'>, by: Actor): Promise<Closing> =>
  must(readClosing(world.db.orm, by, of, world.now()));

/** The chair freezes over whatever is open. */
export async function freeze(
  world: World,
  { of, chair }: Pick<HeldConference, 'of' | 'chair'>,
  { by = chair, withoutQuorum = null as string | null } = {},
): Promise<Outcome<Record<string, never>>> {
  const { openKey } = await closingOf(world, { of }, chair);
  return act(world, by, (context) => freezeMinutes(context, { ...of, openKey, withoutQuorum }));
}
