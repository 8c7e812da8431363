/** People who sign in, their function, and the directory of colleagues. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { BodyId, HouseholdId, PersonId } from '../ids.ts';
import { ContentLanguage, ScreenLanguage } from '../languages.ts';
import { PersonFunction } from '../person-function.ts';
import { BodyBrief } from './bodies.ts';
import { Empty, nothing } from './shapes.ts';
/** Functions of public services: with a public body of theirs they may hold the regia. */
export const serviceFunctions = [
    'social',
    'health',
    'education',
];
export const isServiceFunction = (value) => serviceFunctions.some((f) => f === value);
/** What other records show of a person. */
export const PersonBrief = z.object({
    id: PersonId,
    name: z.string(),
    function: PersonFunction,
    title: z.string(),
    body: BodyBrief.nullable(),
});
export const Person = PersonBrief.extend({
    email: z.string(),
    languages: z.array(ContentLanguage),
    screenLanguage: ScreenLanguage,
    active: z.boolean(),
});
/** Long enough to need no other rule (NIST SP 800-63B §5.1.1.2); the upper bound keeps hashing time bounded. */
export const Password = z.string().min(12).max(256);
export const personEndpoints = {
    colleagues: endpoint({
        method: 'GET',
        path: '/api/people',
        summary: 'Workers of the network by words, function and body, to add to a team or address a task to. No family accounts.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({
            q: z.string().max(100).optional(),
            function: PersonFunction.optional(),
            bodyId: BodyId.optional(),
        }),
        body: nothing,
        response: z.object({ people: z.array(PersonBrief.extend({ languages: z.array(ContentLanguage) })) }),
    }),
    accounts: endpoint({
        method: 'GET',
        path: '/api/accounts',
        summary: 'Every account, for the administration.',
        policy: { kind: 'functions', functions: ['admin'] },
        params: nothing,
        query: z.strictObject({ q: z.string().max(100).optional() }),
        body: nothing,
        response: z.object({ people: z.array(Person) }),
    }),
    changeAccount: endpoint({
        method: 'PATCH',
        path: '/api/accounts/:personId',
        summary: 'Changes an account’s function, body or title, or closes it: its sessions end at once.',
        policy: { kind: 'functions', functions: ['admin'] },
        params: z.strictObject({ personId: PersonId }),
        query: nothing,
        body: z
            .strictObject({
            function: PersonFunction.exclude(['family']),
            bodyId: BodyId.nullable(),
            title: z.string().trim().max(120),
            active: z.boolean(),
        })
            .partial(),
        response: Person,
    }),
    changeMine: endpoint({
        method: 'PATCH',
        path: '/api/me',
        summary: 'Changes one’s own screen language.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: nothing,
        body: z.strictObject({ screenLanguage: ScreenLanguage }),
        response: Empty,
    }),
};
/** An account to be made: by accepting an invitation, at first start, or by loading a network. */
export const AccountDraft = z.strictObject({
    name: z.string().trim().min(2).max(120),
    email: z.email().max(200).toLowerCase(),
    function: PersonFunction,
    bodyId: BodyId.nullable(),
    title: z.string().trim().max(120),
    languages: z.array(ContentLanguage).max(11),
    screenLanguage: ScreenLanguage,
    /** Only for `family`: the household the account belongs to. */
    householdId: HouseholdId.nullable(),
});
