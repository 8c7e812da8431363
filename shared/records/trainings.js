/** The register of trainings of those who work in the network (C11). Method pages are procedures of kind `method`. */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, PersonId, TrainingId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
import { workers } from './territory.ts';
/** Something to read afterwards: a title, and where it lies if that can be opened. */
export const Material = z.strictObject({
    title: z.string().trim().min(2).max(160),
    link: z
        .url({ protocol: /^https$/ })
        .max(500)
        .nullable(),
});
const written = {
    title: z.string().trim().min(2).max(200),
    startsAt: Instant,
    /** In steps of half an hour. */
    hours: z.number().multipleOf(0.5).min(0.5).max(400),
    trainer: z.string().trim().min(2).max(160),
    bodyId: BodyId.nullable(),
    materials: z.array(Material).max(20),
};
export const TrainingDraft = z.strictObject({ id: TrainingId, ...written });
export const TrainingChange = z.strictObject({ ...written, version: z.int() });
export const Training = TrainingDraft.omit({ bodyId: true }).extend({
    place: BodyBrief.nullable(),
    attended: z.array(PersonBrief),
    /** Who came without an account here. */
    others: z.int(),
    version: z.int(),
});
const ofTraining = z.strictObject({ trainingId: TrainingId });
export const trainingEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/trainings',
        summary: 'The trainings, newest first.',
        policy: { kind: 'functions', functions: workers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ trainings: z.array(Training), can: z.object({ write: z.boolean() }) }),
    }),
    add: endpoint({
        method: 'POST',
        path: '/api/trainings',
        summary: 'Adds a training to the register.',
        policy: { kind: 'functions', functions: ['coordinator'] },
        params: nothing,
        query: nothing,
        body: TrainingDraft,
        response: Training,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/trainings/:trainingId',
        summary: 'Changes what is written about a training.',
        policy: { kind: 'functions', functions: ['coordinator'] },
        params: ofTraining,
        query: nothing,
        body: TrainingChange,
        response: Training,
    }),
    attendance: endpoint({
        method: 'PUT',
        path: '/api/trainings/:trainingId/attendance',
        summary: 'Says who came to a training that has begun: workers by name, everybody else as a number.',
        policy: { kind: 'functions', functions: ['coordinator'] },
        params: ofTraining,
        query: nothing,
        body: z.strictObject({
            personIds: z.array(PersonId).max(500),
            others: z.int().min(0).max(1000),
            version: z.int(),
        }),
        response: Training,
    }),
};
export const trainingEvents = [
    event('training.added', { trainingId: TrainingId }),
    event('training.changed', { trainingId: TrainingId }),
    event('training.attended', { trainingId: TrainingId }),
];
