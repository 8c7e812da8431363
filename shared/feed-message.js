/** What the live feed says: a leaf, so that the first page doesn’t load every domain’s events with it. */
import { z } from 'zod';
import { HouseholdId, PersonId } from './ids.ts';
/**
 * What the live feed pushes: that something happened and to what, never its content. Screens read the record again,
 * through the route that decides what they may see.
 */
export const FeedMessage = z.object({
    seq: z.int(),
    kind: z.string(),
    householdId: HouseholdId.nullable(),
    actorId: PersonId.nullable(),
});
