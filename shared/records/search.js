/** Search over what the reader may see (X20): households, tasks, people, bodies. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from './shapes.ts';
export const SearchHit = z.object({
    kind: z.enum(['household', 'task', 'goal', 'conference', 'person', 'body']),
    id: z.uuid(),
    /** For what belongs to a household. */
    householdId: z.uuid().nullable(),
    title: z.string(),
    detail: z.string(),
});
export const searchEndpoints = {
    find: endpoint({
        method: 'GET',
        path: '/api/search',
        summary: 'Finds households, tasks, goals, conferences, people and bodies by words, among those the reader may see.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({ q: z.string().trim().min(1).max(100) }),
        body: nothing,
        response: z.object({ hits: z.array(SearchHit) }),
    }),
};
