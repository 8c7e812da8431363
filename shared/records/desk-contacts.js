/**
 * Contacts at a desk (sportello di prossimità): anonymous, found again by the code on a slip the woman keeps, continued
 * by any desk, and one day linked to her household if she wishes (A1). Not a care path (A4).
 */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, DeskContactId, HouseholdId, PracticeId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { Body, BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { nothing, PageQuery, paged } from './shapes.ts';
export const ContactSubject = z.enum(['woman', 'pregnant', 'mother_with_children', 'couple', 'other']);
export const ContactOutcome = z.enum(['done', 'appointment', 'oriented', 'to_continue', 'not_possible']);
/** One visit: what it was about, how it ended, and where the desk pointed to. */
const Visit = {
    /** Made by the page: a retried visit is one visit. */
    stepId: z.uuid(),
    /** The desk where it happened. */
    deskId: BodyId,
    on: Day,
    topic: z.string().trim().min(2).max(500),
    outcome: ContactOutcome,
    orientedTo: z.array(BodyId).max(10),
};
export const ContactStepDraft = z.strictObject(Visit);
/** No name, no birth date, no phone: who comes to a desk need not say who she is. */
export const DeskContactDraft = z.strictObject({
    id: DeskContactId,
    language: ContentLanguage.nullable(),
    subject: ContactSubject,
    first: ContactStepDraft,
});
export const ContactStep = ContactStepDraft.omit({ deskId: true, orientedTo: true }).extend({
    desk: BodyBrief,
    by: PersonBrief,
    at: Instant,
    orientedTo: z.array(BodyBrief),
});
export const DeskContact = z.object({
    id: DeskContactId,
    /** On the slip that the woman keeps. */
    code: z.string(),
    language: ContentLanguage.nullable(),
    subject: ContactSubject,
    steps: z.array(ContactStep),
    /** Which household, only its own team reads. */
    linked: z.boolean(),
    practices: z.array(PracticeId),
    version: z.int(),
});
export const deskFunctions = ['desk', 'tutor'];
const policy = { kind: 'functions', functions: deskFunctions };
const oneContact = z.strictObject({ contactId: DeskContactId });
export const deskContactEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/desk-contacts',
        summary: 'Contacts of all desks, the latest first; one by the code on its slip.',
        policy,
        params: nothing,
        query: z.strictObject({ code: z.string().max(20).optional(), ...PageQuery }),
        body: nothing,
        response: paged(DeskContact),
    }),
    desks: endpoint({
        method: 'GET',
        path: '/api/desks',
        summary: 'The desks of the network.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ desks: z.array(Body) }),
    }),
    log: endpoint({
        method: 'POST',
        path: '/api/desk-contacts',
        summary: 'Logs a first visit, without a name.',
        policy,
        params: nothing,
        query: nothing,
        body: DeskContactDraft,
        response: DeskContact,
    }),
    carryOn: endpoint({
        method: 'POST',
        path: '/api/desk-contacts/:contactId/steps',
        summary: 'Adds a visit, at whichever desk it happened.',
        policy,
        params: oneContact,
        query: nothing,
        body: ContactStepDraft,
        response: DeskContact,
    }),
    link: endpoint({
        method: 'POST',
        path: '/api/desk-contacts/:contactId/link',
        summary: 'Links the contact to a household one works with, or takes the link away (null).',
        policy,
        params: oneContact,
        query: nothing,
        body: z.strictObject({ householdId: HouseholdId.nullable(), version: z.int() }),
        response: DeskContact,
    }),
    ofHousehold: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/desk-contacts',
        summary: 'Contacts at desks that were linked to this household.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ contacts: z.array(DeskContact) }),
    }),
    orientation: endpoint({
        method: 'GET',
        path: '/api/orientation',
        summary: 'First orientation (C2): bodies by need, words, district and language, the nearest fit first.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({
            need: z.string().max(40).optional(),
            q: z.string().max(100).optional(),
            district: z.coerce.number().int().min(1).max(8).optional(),
            language: ContentLanguage.optional(),
        }),
        body: nothing,
        response: z.object({ bodies: z.array(Body) }),
    }),
};
export const deskContactEvents = [
    event('desk-contact.logged', { contactId: DeskContactId, bodyId: BodyId }),
    event('desk-contact.continued', { contactId: DeskContactId, bodyId: BodyId }),
    /** By whom, every desk may know; to which household, only its team (`contact-link`). */
    event('desk-contact.changed', { contactId: DeskContactId }),
    event('contact-link.made', { contactId: DeskContactId }),
    event('contact-link.undone', { contactId: DeskContactId }),
];
