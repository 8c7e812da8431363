/** Contacts with the family, and the silence between them (A7). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { ContactId, HouseholdId, TaskId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
export const ContactChannel = z.enum(['visit', 'service', 'phone', 'message', 'video', 'other']);
/** After a pregnancy was lost nobody is sent by a rule for at least so many days (A3). */
export const daysOfSilenceAfterLoss = 30;
export const ContactDraft = z.strictObject({
    id: ContactId,
    on: Day,
    channel: ContactChannel,
    /** Whether somebody of the family was there, answered, came. */
    reached: z.boolean(),
    note: z.string().trim().max(500),
});
export const Contact = ContactDraft.extend({ by: PersonBrief, recordedAt: Instant });
export const Contacts = z.object({
    /** Newest first. */
    contacts: z.array(Contact),
    /** The last day somebody reached the family. */
    lastReached: Day.nullable(),
    /** After so many days without, a task is made. */
    days: z.int(),
    /** Null: the network's own interval. */
    ownDays: z.int().nullable(),
    /** The task that a silence made and no contact has ended yet. */
    signal: z.object({ raisedAt: Instant, silentSince: Day, taskId: TaskId }).nullable(),
});
const ofHousehold = z.strictObject({ householdId: HouseholdId });
export const contactEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/contacts',
        summary: 'Contacts with the family, and whether it has been silent for too long.',
        policy: { kind: 'household', action: 'case.see' },
        params: ofHousehold,
        query: nothing,
        body: nothing,
        response: Contacts,
    }),
    record: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/contacts',
        summary: 'Tells of a contact. One that reached the family ends the signal of its silence.',
        policy: { kind: 'household', action: 'contact.write' },
        params: ofHousehold,
        query: nothing,
        body: ContactDraft,
        response: Contacts,
    }),
    changeInterval: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/contacts/interval',
        summary: 'After how many days of silence somebody is asked to look; null: as in the whole network.',
        policy: { kind: 'household', action: 'charge.write' },
        params: ofHousehold,
        query: nothing,
        body: z.strictObject({ days: z.int().min(7).max(365).nullable() }),
        response: Contacts,
    }),
};
export const contactEvents = [
    event('contact.recorded', { contactId: ContactId, reached: z.boolean() }),
    event('contact.interval-changed', { days: z.int().nullable() }),
    /** By nobody: the rule saw that nobody had reached the family for too long. */
    event('contact.silence-noticed', { taskId: TaskId, silentSince: Day }),
    event('contact.silence-ended', { taskId: TaskId, contactId: ContactId }),
];
