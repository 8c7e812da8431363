/** A conference that is going on, with a guest who has opened her link. */
import type { World } from '../../server/command.ts';
import { scheduleConference } from '../../server/records/conferences/commands.ts';
import { inviteGuest } from '../../server/records/guests/commands.ts';
import { openGuestLink } from '../../server/records/guests/visit.ts';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { instantOf } from '../../shared/dates.ts';
import { type ConferenceId, type DocumentId, GuestId, newId } from '../../shared/ids.ts';
import type { ConferenceDraft } from '../../shared/records/conferences.ts';
import type { GuestDraft } from '../../shared/records/guests.ts';
import { act, conferenceWith, type MadeHousehold } from './households.ts';
import { asRule, must } from './people.ts';

export const guestDraft = (given: Partial<GuestDraft> = {}): GuestDraft => ({
  id: newId(GuestId),
  name: 'Irene Colla',
  role: 'maestra, scuola dell’infanzia',
  language: 'it',
  email: null,
  hoursAfter: 2,
  ...given,
});

export type MadeConference = { readonly conferenceId: ConferenceId; readonly minutesId: DocumentId };

/** It began five minutes ago, unless told otherwise; the household's tutor takes the minutes. */
export async function makeConference(
  world: World,
  household: MadeHousehold,
  chair: Actor,
  given: Partial<ConferenceDraft> = {},
): Promise<MadeConference> {
  const start = instantOf(new Date(Date.now() - 5 * 60_000));
  const draft = conferenceWith(household, chair, { start, ...given });
  const made = await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, { householdId: household.id, ...draft }),
    ),
  );
  assert(made.minutes, 'the tutor writes its minutes');
  return { conferenceId: draft.id, minutesId: made.minutes.documentId };
}

/** Asked by the tutor; answers her link's token. */
export async function makeGuest(
  world: World,
  household: MadeHousehold,
  { conferenceId }: MadeConference,
  given: Partial<GuestDraft> = {},
): Promise<{ guestId: GuestId; token: string }> {
  const draft = guestDraft(given);
  const { token } = await must(
    act(world, household.tutor, (context) =>
      inviteGuest(context, { householdId: household.id, conferenceId, ...draft }),
    ),
  );
  assert(token, 'asked for the first time');
  return { guestId: draft.id, token };
}

/** Opens the link and answers the cookie. */
export async function openGuest(world: World, token: string): Promise<string> {
  const { secret } = await must(asRule(world, (occasion) => openGuestLink(occasion, token)));
  assert(secret, 'the conference is going on');
  return `trama_guest=${secret}`;
}
