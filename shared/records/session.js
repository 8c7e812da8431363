/** Signing in and out. The cookie is HttpOnly; nothing here ever carries it in a body. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { HouseholdId, PersonId } from '../ids.ts';
import { ScreenLanguage } from '../languages.ts';
import { PersonFunction } from '../person-function.ts';
import { BodyBrief } from './bodies.ts';
import { Empty, nothing } from './shapes.ts';
/** Who is signed in, as the screens need it. */
export const SignedIn = z.object({
    id: PersonId,
    name: z.string(),
    email: z.string(),
    function: PersonFunction,
    title: z.string(),
    body: BodyBrief.nullable(),
    screenLanguage: ScreenLanguage,
    /** Only for `family`. */
    householdId: HouseholdId.nullable(),
});
export const sessionEndpoints = {
    signIn: endpoint({
        method: 'POST',
        path: '/api/session',
        summary: 'Signs in with e-mail and password. A wrong e-mail and a wrong password answer alike, in the same time.',
        policy: { kind: 'public' },
        params: nothing,
        query: nothing,
        body: z.strictObject({ email: z.string().trim().toLowerCase().max(200), password: z.string().max(256) }),
        response: SignedIn,
    }),
    current: endpoint({
        method: 'GET',
        path: '/api/session',
        summary: 'Who is signed in.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: nothing,
        body: nothing,
        response: SignedIn,
    }),
    signOut: endpoint({
        method: 'DELETE',
        path: '/api/session',
        summary: 'Signs out. With `everywhere`, every session of this person on any device ends; open sockets close.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({ everywhere: z.literal('true').optional() }),
        body: nothing,
        response: Empty,
    }),
};
