/** The partner registry (A10) and the territorial network of each Casa del Quartiere (C10). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { BodyBrief } from './bodies.ts';
import { Empty, nothing } from './shapes.ts';
import { bodyWriters, SketchPoint, WritesFor, workers } from './territory.ts';
/** On what a partnership rests. */
export const Agreement = z.enum(['founding', 'convention', 'protocol', 'project', 'informal']);
/** What a body does in the network of a Casa. */
export const TieKind = z.enum(['hosts', 'refers', 'runs_together', 'gives', 'teaches', 'pact']);
/** What the registry adds to a body. */
const Partnership = z.strictObject({
    agreement: Agreement,
    since: Day,
    contactName: z.string().trim().max(120),
    contactRole: z.string().trim().max(120),
    contactEmail: z.email().max(200).nullable(),
    contactPhone: z.string().trim().max(40).nullable(),
    place: SketchPoint.nullable(),
});
/** `version` is null when the body has no partnership yet. */
export const PartnershipChange = Partnership.extend({ version: z.int().nullable() });
/** A body of the directory, with what the registry knows of it. */
export const Partner = z.object({
    body: BodyBrief,
    district: z.int().nullable(),
    area: z.string().nullable(),
    languages: z.array(ContentLanguage),
    resources: z.array(z.string()),
    partnership: Partnership.extend({ version: z.int() }).nullable(),
});
/** One body in the network of one Casa. */
export const NetworkTie = z.strictObject({ casaId: BodyId, bodyId: BodyId, kind: TieKind, since: Day });
const ofTie = z.strictObject({ casaId: BodyId, bodyId: BodyId });
export const partnerEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/partners',
        summary: 'The bodies of the directory with their partnership, and who belongs to the network of each Casa today.',
        policy: { kind: 'functions', functions: workers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({
            partners: z.array(Partner),
            ties: z.array(NetworkTie),
            /** Whose partnership and, for a Casa, whose network the reader may write. */
            writesFor: WritesFor,
        }),
    }),
    record: endpoint({
        method: 'PUT',
        path: '/api/partners/:bodyId',
        summary: 'Writes down or changes the partnership of a body.',
        policy: { kind: 'functions', functions: ['coordinator'] },
        params: z.strictObject({ bodyId: BodyId }),
        query: nothing,
        body: PartnershipChange,
        response: Partner,
    }),
    tie: endpoint({
        method: 'PUT',
        path: '/api/partners/:casaId/network/:bodyId',
        summary: 'Takes a body into the network of a Casa, or changes what it does there.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofTie,
        query: nothing,
        body: z.strictObject({ kind: TieKind, since: Day }),
        response: NetworkTie,
    }),
    untie: endpoint({
        method: 'DELETE',
        path: '/api/partners/:casaId/network/:bodyId',
        summary: 'Ends a body’s part in the network of a Casa, today.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofTie,
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
export const partnerEvents = [
    event('partner.recorded', { bodyId: BodyId }),
    event('partner.tied', { casaId: BodyId, bodyId: BodyId }),
    event('partner.untied', { casaId: BodyId, bodyId: BodyId }),
];
