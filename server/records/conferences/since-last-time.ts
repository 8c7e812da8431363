/** What changed in a family's path since the conference before this one: the log's entries, by what they are about. */
import type { Actor } from '../../../shared/access.ts';
import type { ActivityKind } from '../../../shared/activity.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import {
  type ChangeGroup,
  changeGroups,
  type SinceLastTime,
} from '../../../shared/records/conference-before.ts';
import type { LoggedEvent } from '../../activity/log.ts';
import type { Reader } from '../../db/connect.ts';
import { namesIn } from '../activity/names.ts';
import { ofHouseholdAfter, present } from '../activity/queries.ts';
import { authorise } from '../households/authority.ts';
import { briefOf, earlierConferences } from './earlier.ts';

/** What a team asks when it meets again. Never who opened what, and no note, task or window: those have their places. */
const kindsByGroup: Readonly<Record<ChangeGroup, readonly ActivityKind[]>> = {
  family: ['member.added', 'pregnancy.recorded', 'household.status-changed'],
  charge: ['tutor.assigned', 'lead.accepted'],
  team: ['team.joined', 'team.left'],
  goals: ['goal.proposed', 'goal.status-changed', 'goal.rated'],
  referrals: ['referral.requested', 'referral.status-changed'],
  placements: ['placement.booked', 'placement.arrived', 'placement.extended', 'placement.ended'],
  pacts: ['pact.in-force', 'pact.ended', 'grant.decided'],
};

/** More than a team reads before it begins. */
const mostEntries = 200;

/** Newest first; of what changed several times the last change alone. */
export async function readSinceLastTime(
  reader: Reader,
  actor: Actor,
  of: { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId },
  now: Date,
): Promise<Outcome<SinceLastTime>> {
  const allowed = await authorise(reader, actor, of.householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const earlier = await earlierConferences(reader, of, now);
  if (earlier === null) return refuse('not-available');
  const [last] = earlier;
  if (last === undefined) return ok({ last: null, groups: [], names: {} });
  const logged = await ofHouseholdAfter(reader, actor, of.householdId, {
    after: last.start,
    kinds: Object.values(kindsByGroup).flat(),
    limit: mostEntries,
  });
  const entries = lastOfEach(logged);
  const presented = await present(reader, entries);
  const groups = changeGroups.flatMap((group) => {
    const own = presented.filter(({ event }) => kindsByGroup[group].includes(event.kind));
    return own.length === 0 ? [] : [{ group, entries: own }];
  });
  return ok({ last: briefOf(last), groups, names: await namesIn(reader, actor, entries) });
}

function lastOfEach(entries: readonly LoggedEvent[]): LoggedEvent[] {
  const seen = new Set<string>();
  return entries.filter(({ seq, event }) => {
    const about = aboutOf(event) ?? String(seq);
    const key = `${event.kind} ${about}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const aboutOf = (event: LoggedEvent['event']): string | undefined =>
  'goalId' in event && typeof event.goalId === 'string'
    ? event.goalId
    : 'referralId' in event && typeof event.referralId === 'string'
      ? event.referralId
      : undefined;
