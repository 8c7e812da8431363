/** A household in a programme, from a day to a day (A4, C8): what makes a care path, as a contact at a desk doesn’t. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { EnrolmentId, HouseholdId, ProgrammeId } from '../ids.ts';
import { CheckedRule } from './eligibility.ts';
import { PersonBrief } from './people.ts';
import { nothing, Reason } from './shapes.ts';
import { Closure } from './status-changes.ts';
export const EnrolmentDraft = z.strictObject({
    id: EnrolmentId,
    programmeId: ProgrammeId,
    from: Day,
    /** The first day it no longer is, where that is known from the beginning. */
    to: Day.nullable(),
    /** Texts of `stated` rules that whoever enrols says are so. */
    stated: z.array(z.string().max(200)).max(12),
    /** Why the family is enrolled though a rule isn’t met, or isn’t known to be. */
    overrideReason: Reason.nullable(),
});
export const Enrolment = z.object({
    id: EnrolmentId,
    householdId: HouseholdId,
    programme: z.object({ id: ProgrammeId, name: z.string(), funder: z.string(), startsOn: Day, endsOn: Day }),
    from: Day,
    to: Day.nullable(),
    /** How each rule stood the day it was enrolled. */
    eligibility: z.array(CheckedRule),
    overrideReason: z.string().nullable(),
    by: PersonBrief,
    endReason: Closure.nullable(),
    endNote: z.string().nullable(),
    version: z.int(),
});
/** Whether the household is in the programme on that day. */
export const isEnrolledOn = ({ from, to }, day) => from <= day && (to === null || day < to);
export const enrolmentEvents = [
    event('enrolment.opened', { enrolmentId: EnrolmentId, programmeId: ProgrammeId }),
    event('enrolment.ended', {
        enrolmentId: EnrolmentId,
        programmeId: ProgrammeId,
        /** Null when the household closed without a code. */
        closure: Closure.nullable(),
    }),
];
const inHousehold = z.strictObject({ householdId: HouseholdId });
export const enrolmentEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/enrolments',
        summary: 'The programmes the household is or was in, newest first.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({ enrolments: z.array(Enrolment) }),
    }),
    check: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/eligibility/:programmeId',
        summary: 'How the rules of a programme stand for the household on a day.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold.extend({ programmeId: ProgrammeId }),
        query: z.strictObject({ on: Day }),
        body: nothing,
        response: z.object({ eligibility: z.array(CheckedRule) }),
    }),
    open: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/enrolments',
        summary: 'Enrols the household in a programme. A rule that isn’t met asks for a reason.',
        policy: { kind: 'household', action: 'charge.write' },
        params: inHousehold,
        query: nothing,
        body: EnrolmentDraft,
        response: Enrolment,
    }),
    end: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/enrolments/:enrolmentId/end',
        summary: 'Ends an enrolment on a day, with a reason.',
        policy: { kind: 'household', action: 'charge.write' },
        params: inHousehold.extend({ enrolmentId: EnrolmentId }),
        query: nothing,
        body: z.strictObject({ on: Day, reason: Closure, note: z.string().trim().max(1000), version: z.int() }),
        response: Enrolment,
    }),
};
