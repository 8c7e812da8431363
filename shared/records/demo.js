/** Demo mode only: the accounts the sign-in page offers. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { HouseholdId } from '../ids.ts';
import { PersonFunction } from '../person-function.ts';
import { nothing } from './shapes.ts';
export const demoEndpoints = {
    get: endpoint({
        method: 'GET',
        path: '/api/demo',
        summary: 'Accounts and households of the demo network. Answers only when the server was started as a demo.',
        policy: { kind: 'public' },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({
            accounts: z.array(z.object({
                email: z.string(),
                password: z.string(),
                function: PersonFunction,
                name: z.string(),
                body: z.string().nullable(),
            })),
            households: z.array(z.object({ id: HouseholdId, code: z.string() })),
        }),
    }),
};
