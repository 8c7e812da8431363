/**
 * Expected failures are values. A command answers `ok(value)` or `refuse(code)`; the code is stable, is what scripts
 * and screens rely on, and has its words in client/messages/<language>/errors.ts.
 */
import { z } from 'zod';
/** Every way a request can be refused. Adding one makes the compiler ask for its status and its words. */
export const RefusalCode = z.enum([
    /** The request is not what the contract says: `fields` tells where. */
    'invalid',
    /** Nobody is signed in, or the session ended. */
    'signed-out',
    /** Wrong e-mail or password: which of the two is never told. */
    'wrong-credentials',
    /** It isn't there or it isn't yours to see: one answer for both. */
    'not-available',
    /** You can see it, but this act belongs to someone else. */
    'not-yours-to-do',
    /** The Origin header is missing or not one of ours. */
    'wrong-origin',
    /** Somebody else changed it first: look again, then decide. */
    'changed-meanwhile',
    /** The state it is in doesn't allow this step. */
    'wrong-state',
    /** A value that must be unique is taken (an e-mail, a code). */
    'already-exists',
    /** A handover of the regia is already waiting for an answer. */
    'proposal-pending',
    /** The regia can only be held by a public social, health or education service, with a named person in it. */
    'lead-must-be-public-service',
    /** The household has a tutor: a change closes one tenure and opens the next, with a reason. */
    'tutor-exists',
    /** The family's consent for this body is not there or was withdrawn. */
    'consent-missing',
    /** A link that was used, has expired or never was. */
    'link-ended',
    /** More than what is left of a sum. */
    'overdrawn',
    /** Somebody else has the place or the time. */
    'place-taken',
    /** Whoever asked can't be who decides. */
    'someone-else-decides',
    /** Body larger than the limit. */
    'too-large',
    /** Not JSON, or not the declared content type. */
    'unreadable',
    /** Too many tries: `retryAfterSeconds` tells when. */
    'slow-down',
    /** The server is starting or closing. */
    'not-ready',
]);
/** Where an input is wrong: a path into the body (`members.0.name`), and a stable code of what is wrong with it. */
export const FieldProblem = z.object({ path: z.string(), code: z.string(), message: z.string() });
export const ok = (value) => ({ ok: true, value });
export const refuse = (code, more = {}) => ({ ok: false, code, ...more });
/** One wrong field, for rules a schema can't say ("the due date is past"). */
export const refuseField = (path, code, message) => refuse('invalid', { fields: [{ path, code, message }] });
/** `application/problem+json` (RFC 9457) as every refusal of the API looks. `type` is `about:blank`; `code` is the stable part. */
export const Problem = z.object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.union([RefusalCode, z.literal('broken')]),
    fields: z.array(FieldProblem).optional(),
    retryAfterSeconds: z.number().optional(),
});
