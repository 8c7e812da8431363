/** Home support (sostegno a domicilio): what is tried with a family before a place in a structure is looked for (D3). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, HomeSupportId, HouseholdId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
export const HomeSupportKind = z.enum([
    'volunteer_visits',
    'home_education',
    'home_help',
    'rent_negotiation',
    'hosting_support',
    'other',
]);
export const HomeSupportOutcome = z.enum(['goal_met', 'not_enough', 'refused', 'interrupted']);
export const HomeSupportDraft = z.strictObject({
    id: HomeSupportId,
    kind: HomeSupportKind,
    bodyId: BodyId,
    from: Day,
    note: z.string().trim().max(1000),
});
export const HomeSupport = HomeSupportDraft.omit({ bodyId: true }).extend({
    by: BodyBrief,
    until: Day.nullable(),
    /** Null while it goes on. */
    outcome: HomeSupportOutcome.nullable(),
    recordedBy: PersonBrief,
    version: z.int(),
});
/** D3: a support that has begun was tried, whether it goes on or ended. */
export const wasTried = ({ from }, today) => from <= today;
export const homeSupportEvents = [
    event('home-support.began', { homeSupportId: HomeSupportId }),
    event('home-support.ended', { homeSupportId: HomeSupportId, outcome: HomeSupportOutcome }),
];
export const homeSupportEndpoints = {
    begin: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/home-supports',
        summary: 'Records a support in the family’s home. The same id again answers the same support.',
        policy: { kind: 'household', action: 'shelter.write' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: HomeSupportDraft,
        response: HomeSupport,
    }),
    end: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/home-supports/:homeSupportId/end',
        summary: 'Records that it ended, and with what outcome.',
        policy: { kind: 'household', action: 'shelter.write' },
        params: z.strictObject({ householdId: HouseholdId, homeSupportId: HomeSupportId }),
        query: nothing,
        body: z.strictObject({ until: Day, outcome: HomeSupportOutcome, version: z.int() }),
        response: HomeSupport,
    }),
};
