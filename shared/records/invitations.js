/** Invitations: an account begins with a link that works once and ends by itself. */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, InvitationId } from '../ids.ts';
import { ContentLanguage, ScreenLanguage } from '../languages.ts';
import { PersonFunction } from '../person-function.ts';
import { Password } from './people.ts';
import { Empty, nothing } from './shapes.ts';
/** How long a link works. */
export const invitationDays = 7;
export const InvitationDraft = z.strictObject({
    email: z.email().max(200).toLowerCase(),
    name: z.string().trim().min(2).max(120),
    function: PersonFunction.exclude(['family']),
    bodyId: BodyId.nullable(),
    title: z.string().trim().max(120),
    screenLanguage: ScreenLanguage,
});
export const Invitation = InvitationDraft.extend({
    id: InvitationId,
    createdAt: Instant,
    expiresAt: Instant,
    state: z.enum(['waiting', 'accepted', 'withdrawn', 'expired']),
});
export const Token = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);
export const invitationEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/invitations',
        summary: 'Invitations sent, newest first.',
        policy: { kind: 'functions', functions: ['admin'] },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ invitations: z.array(Invitation) }),
    }),
    create: endpoint({
        method: 'POST',
        path: '/api/invitations',
        summary: 'Invites somebody. The link is told once, here, and stored only as a hash.',
        policy: { kind: 'functions', functions: ['admin'] },
        params: nothing,
        query: nothing,
        body: InvitationDraft,
        response: z.object({ invitation: Invitation, link: z.string() }),
    }),
    withdraw: endpoint({
        method: 'DELETE',
        path: '/api/invitations/:invitationId',
        summary: 'Ends an invitation that waits.',
        policy: { kind: 'functions', functions: ['admin'] },
        params: z.strictObject({ invitationId: InvitationId }),
        query: nothing,
        body: nothing,
        response: Empty,
    }),
    look: endpoint({
        method: 'GET',
        path: '/api/invitations/by-token/:token',
        summary: 'What the link invites to; a link that ended and one that never was answer alike.',
        policy: { kind: 'public' },
        params: z.strictObject({ token: Token }),
        query: nothing,
        body: nothing,
        response: InvitationDraft.pick({ email: true, name: true, function: true, screenLanguage: true }),
    }),
    accept: endpoint({
        method: 'POST',
        path: '/api/invitations/by-token/:token/accept',
        summary: 'Makes the account and signs in; the link ends. Of two at the same moment one succeeds.',
        policy: { kind: 'public' },
        params: z.strictObject({ token: Token }),
        query: nothing,
        body: z.strictObject({
            name: z.string().trim().min(2).max(120),
            password: Password,
            languages: z.array(ContentLanguage).max(11),
            screenLanguage: ScreenLanguage,
        }),
        response: Empty,
    }),
};
