/** How somebody is, alone, in the family and among others, before, during and after (C12). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId, WellbeingId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
export const WellbeingMoment = z.enum(['before', 'during', 'after']);
/** 1: very bad, 5: very good. */
const Score = z.int().min(1).max(5);
export const WellbeingDraft = z.strictObject({
    id: WellbeingId,
    on: Day,
    moment: WellbeingMoment,
    person: Score,
    family: Score,
    network: Score,
    note: z.string().trim().max(1000),
});
export const Wellbeing = WellbeingDraft.extend({ by: PersonBrief });
export const wellbeingAspects = ['person', 'family', 'network'];
/** The beginning beside the newest, aspect by aspect; null until there are two. Given in order of days. */
export function compareWellbeing(all) {
    const first = all.find(({ moment }) => moment === 'before') ?? all[0];
    const last = all.at(-1);
    if (first === undefined || last === undefined || first === last)
        return null;
    return wellbeingAspects.map((aspect) => ({ aspect, before: first[aspect], now: last[aspect] }));
}
const inHousehold = z.strictObject({ householdId: HouseholdId });
export const wellbeingEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/wellbeing',
        summary: 'Wellbeing as it was recorded, oldest first.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({ wellbeing: z.array(Wellbeing) }),
    }),
    record: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/wellbeing',
        summary: 'Records how they are, alone, in the family and among others. There is one beginning.',
        policy: { kind: 'household', action: 'wellbeing.write' },
        params: inHousehold,
        query: nothing,
        body: WellbeingDraft,
        response: Wellbeing,
    }),
};
export const wellbeingEvents = [
    event('wellbeing.recorded', { wellbeingId: WellbeingId, moment: WellbeingMoment }),
];
