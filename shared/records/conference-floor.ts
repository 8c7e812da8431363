/** The floor of a conference: which point is open, and since when. Moved by its chair or its minute-taker (X1). */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { ConferenceId, HouseholdId } from '../ids.ts';
import { nothing } from './shapes.ts';

/** The open point. Null: none is, before the first and after the last. */
export const Floor = z.object({ pointId: z.string(), since: Instant }).nullable();
export type Floor = z.infer<typeof Floor>;

export const conferenceFloorEndpoints = {
  moveFloor: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/floor',
    summary: 'The chair or the minute-taker opens a point of the agenda, or closes the one that is open.',
    policy: { kind: 'household', action: 'case.see' },
    params: z.strictObject({ householdId: HouseholdId, conferenceId: ConferenceId }),
    query: nothing,
    body: z.strictObject({
      /** The point to open; null closes the open one. */
      pointId: z.string().min(1).max(64).nullable(),
      /** What stood open on the asker's screen: of two who press at once, one wins. */
      seen: z.strictObject({ pointId: z.string().max(64), since: Instant }).nullable(),
    }),
    response: z.object({ floor: Floor }),
  }),
};
