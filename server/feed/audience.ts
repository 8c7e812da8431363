/**
 * What one person hears of the log while connected. Their relation to each household is kept, until an event says that
 * it may have changed.
 */
import { type Actor, may, type Relation } from '../../shared/access.ts';
import {
  type Audience as AudienceName,
  audiencesOf,
  changesAccess,
  type FeedMessage,
} from '../../shared/activity.ts';
import type { HouseholdAction } from '../../shared/household-action.ts';
import type { HouseholdId, PersonId } from '../../shared/ids.ts';
import type { LoggedEvent } from '../activity/log.ts';

export type AudienceFacts = {
  readonly findRelation: (actor: Actor, householdId: HouseholdId) => Promise<Relation | null>;
  /** The account as it is now; null once closed. */
  readonly findActor: (personId: PersonId) => Promise<Actor | null>;
};

export type Audience = {
  /** The message this entry is to the person, or null when it isn't theirs to hear. Call it in order of position. */
  messageOf(entry: LoggedEvent): Promise<FeedMessage | null>;
};

export function createAudience(startedAs: Actor, { findRelation, findActor }: AudienceFacts): Audience {
  let actor = startedAs;
  const relations = new Map<HouseholdId, Relation | null>();

  async function relationTo(householdId: HouseholdId): Promise<Relation | null> {
    const known = relations.get(householdId);
    if (known !== undefined) return known;
    const found = await findRelation(actor, householdId);
    relations.set(householdId, found);
    return found;
  }

  async function hears(entry: LoggedEvent): Promise<boolean> {
    const { event, householdId } = entry;
    const audiences = audiencesOf(event.kind);
    if (audiences.some((audience) => audience === 'network' || audience === actor.function)) return true;
    if (audiences.includes('account') && (actor.function === 'admin' || isAbout(entry, actor))) return true;
    if (audiences.includes('reserved')) {
      if (entry.actorId === actor.personId || isAbout(entry, actor)) return true;
      return householdId !== null && (await relationTo(householdId))?.role === 'protection';
    }
    if (householdId === null) return false;
    const relation = await relationTo(householdId);
    const hears = (audience: AudienceName, action: HouseholdAction) =>
      audiences.includes(audience) && relation !== null && may(actor, action, relation);
    if (hears('case', 'case.see') || hears('household', 'household.see') || hears('pact', 'pact.see'))
      return true;
    // What somebody outside was given of a household's records is theirs to hear of.
    if ('readerId' in event && event.readerId === actor.personId) return true;
    return 'ownerId' in event && event.ownerId === actor.personId;
  }

  return {
    async messageOf(entry) {
      const { householdId, event } = entry;
      const sawBefore = householdId !== null && sees(actor, relations.get(householdId));
      if (changesAccess(event.kind)) {
        if (householdId !== null) relations.delete(householdId);
        else if (isAbout(entry, actor)) {
          relations.clear();
          actor = (await findActor(actor.personId)) ?? actor;
        }
      }
      if (await hears(entry)) {
        return { seq: entry.seq, kind: event.kind, householdId, actorId: entry.actorId };
      }
      // Somebody who has just lost sight of a household is told so much, that their page can close.
      const lost =
        changesAccess(event.kind) && householdId !== null && (sawBefore || takesFrom(entry, actor));
      return lost ? { seq: entry.seq, kind: 'access.changed', householdId, actorId: null } : null;
    },
  };
}

const sees = (actor: Actor, relation: Relation | null | undefined): boolean =>
  relation != null && may(actor, 'household.see', relation);

/** The event names this person. */
const isAbout = ({ event }: LoggedEvent, actor: Actor): boolean =>
  'personId' in event && event.personId === actor.personId;

/** The event took something from this person, or from the body they work in. */
function takesFrom(entry: LoggedEvent, actor: Actor): boolean {
  const { event } = entry;
  switch (event.kind) {
    case 'team.left':
    case 'zone.closed':
      return isAbout(entry, actor);
    case 'tutor.assigned':
      return event.replaced === actor.personId;
    case 'consent.withdrawn':
      return actor.bodyId !== null && event.bodyIds.includes(actor.bodyId);
    case 'lead.declined':
    case 'lead.withdrawn':
      return event.bodyId === actor.bodyId;
    case 'lead.accepted':
      return event.fromBodyId !== null && event.fromBodyId === actor.bodyId;
    default:
      return false;
  }
}
