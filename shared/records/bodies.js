/** Bodies (enti): every organisation of the network, public or not. Any signed-in worker reads the directory. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { BodyId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { Empty, nothing } from './shapes.ts';
export const Sector = z.enum([
    'social',
    'health',
    'education',
    'protection',
    'third_sector',
    'desk',
    'call_centre',
    'work',
    'market',
    'institution',
]);
/** Sectors whose public bodies may hold the regia (B2). */
export const leadSectors = ['social', 'health', 'education'];
/** The regia belongs to exactly one public service of kind social, health or education (B2). */
export const canHoldLead = (body) => body.public && leadSectors.some((sector) => sector === body.sector);
export const BodyKind = z.enum([
    'casa_del_quartiere',
    'network',
    'association',
    'social_service',
    'call_centre',
    'family_clinic',
    'hospital',
    'mental_health',
    'paediatrician',
    'nursery',
    'school',
    'adult_school',
    'job_centre',
    'registry',
    'police',
    'municipality',
    'antiviolence_centre',
    'shelter',
    'family_placement',
    'parish',
    'tenants_union',
    'legal_clinic',
    'cooperative',
    'training_body',
    'advice_centre',
    'company',
    'foundation',
]);
export const BodyDraft = z.strictObject({
    name: z.string().trim().min(2).max(160),
    kind: BodyKind,
    sector: Sector,
    public: z.boolean(),
    /** Circoscrizione of Turin, 1–8. */
    district: z.int().min(1).max(8).nullable(),
    area: z.string().trim().max(120).nullable(),
    languages: z.array(ContentLanguage).max(11),
    resources: z.array(z.string().trim().min(1).max(60)).max(40),
    description: z.string().trim().max(1000),
    email: z.email().max(200).nullable(),
    phone: z.string().trim().max(40).nullable(),
    hours: z.string().trim().max(200).nullable(),
});
export const Body = BodyDraft.extend({ id: BodyId });
/** What other records show of a body. */
export const BodyBrief = Body.pick({ id: true, name: true, kind: true, sector: true, public: true });
export const bodyEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/bodies',
        summary: 'The directory of bodies, filtered by words and sector. A body with a concealed address is not in it.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({ q: z.string().max(100).optional(), sector: Sector.optional() }),
        body: nothing,
        response: z.object({ bodies: z.array(Body) }),
    }),
    create: endpoint({
        method: 'POST',
        path: '/api/bodies',
        summary: 'Adds a body to the network.',
        policy: { kind: 'functions', functions: ['admin', 'coordinator'] },
        params: nothing,
        query: nothing,
        body: BodyDraft,
        response: Body,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/bodies/:bodyId',
        summary: 'Changes what is written about a body.',
        policy: { kind: 'functions', functions: ['admin', 'coordinator'] },
        params: z.strictObject({ bodyId: BodyId }),
        query: nothing,
        body: BodyDraft,
        response: Body,
    }),
    close: endpoint({
        method: 'DELETE',
        path: '/api/bodies/:bodyId',
        summary: 'Takes a body out of the directory; what was done with it stays.',
        policy: { kind: 'functions', functions: ['admin', 'coordinator'] },
        params: z.strictObject({ bodyId: BodyId }),
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
