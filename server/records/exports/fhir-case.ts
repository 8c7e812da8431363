/** Goals, tasks, referrals and consents in FHIR. */
import { dayOf } from '../../../shared/dates.ts';
import type { FhirResource, HouseholdExport } from '../../../shared/records/exports.ts';
import { coded, type FhirFamily, reference, subjectOf, text, words } from './fhir-parts.ts';

type Exported<Part extends 'goals' | 'tasks' | 'referrals' | 'consents'> = HouseholdExport[Part][number];

const lifecycles = {
  proposed: 'proposed',
  agreed: 'accepted',
  active: 'active',
  suspended: 'on-hold',
  achieved: 'completed',
  partly: 'completed',
  not_achieved: 'completed',
  dropped: 'cancelled',
} as const;

const achievementSystem = 'http://terminology.hl7.org/CodeSystem/goal-achievement';
/** There is no code for "in part": FHIR lets words say it. */
const achievements: Partial<Record<Exported<'goals'>['status'], object>> = {
  achieved: coded(achievementSystem, 'achieved'),
  partly: text('achieved in part'),
  not_achieved: coded(achievementSystem, 'not-achieved'),
};

export function goalResource(goal: Exported<'goals'>, family: FhirFamily): FhirResource {
  const achievement = achievements[goal.status];
  const target = {
    ...(goal.measure !== '' && { measure: text(goal.measure) }),
    // gol-1: a detail needs its measure
    ...(goal.measure !== '' && goal.expectedResult !== '' && { detailString: goal.expectedResult }),
    ...(goal.due && { dueDate: goal.due }),
  };
  return {
    resourceType: 'Goal',
    id: goal.id,
    lifecycleStatus: lifecycles[goal.status],
    ...(achievement && { achievementStatus: achievement }),
    category: [goal.right, goal.dimension, goal.aim, goal.objective, goal.mode].flatMap((code) =>
      code ? text(code) : [],
    ),
    description: text(words(goal.title)),
    subject: subjectOf(family, goal.beneficiaryId),
    ...(Object.keys(target).length > 0 && { target: [target] }),
    statusDate: dayOf(new Date(goal.statusSince)),
    ...(goal.progress.length > 0 && {
      note: goal.progress.map(({ on, rating, note }) => ({
        time: on,
        text: `${rating}/5 ${note}`.trim(),
      })),
    }),
  };
}

const taskStates = {
  assigned: 'requested',
  accepted: 'accepted',
  declined: 'rejected',
  in_progress: 'in-progress',
  blocked: 'on-hold',
  done: 'completed',
  cancelled: 'cancelled',
} as const;

export function taskResource(task: Exported<'tasks'>, family: FhirFamily): FhirResource {
  return {
    resourceType: 'Task',
    id: task.id,
    basedOn: [reference(family.planId)],
    status: taskStates[task.status],
    ...(task.reason && { statusReason: text(task.reason) }),
    intent: 'order',
    description: task.title,
    ...(task.goalId && { focus: reference(task.goalId) }),
    for: reference(family.index.id),
    authoredOn: task.createdAt,
    lastModified: task.changedAt,
    requester: { display: task.assignedBy.name },
    owner: { display: task.owner.name },
    ...(task.due && { restriction: { period: { end: task.due } } }),
  };
}

const requestStates = {
  draft: 'draft',
  requested: 'active',
  accepted: 'active',
  in_progress: 'active',
  on_hold: 'on-hold',
  completed: 'completed',
  rejected: 'revoked',
  cancelled: 'revoked',
  failed: 'revoked',
} as const;

export function serviceRequestResource(referral: Exported<'referrals'>, family: FhirFamily): FhirResource {
  const notes = [referral.note, referral.outcome ?? ''].filter((note) => note !== '');
  return {
    resourceType: 'ServiceRequest',
    id: referral.id,
    basedOn: [reference(family.planId)],
    status: requestStates[referral.status],
    intent: 'order',
    category: [text(referral.right)],
    code: text(referral.service),
    subject: subjectOf(family, referral.memberId),
    authoredOn: referral.requestedOn,
    requester: { display: referral.by.name },
    ...(referral.to && { performer: [{ display: referral.to.name }] }),
    ...(referral.goalId && { supportingInfo: [reference(referral.goalId)] }),
    ...(notes.length > 0 && { note: notes.map(text) }),
  };
}

export function consentResource(consent: Exported<'consents'>, family: FhirFamily): FhirResource {
  const informed = coded('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'IRCP');
  return {
    resourceType: 'Consent',
    id: consent.id,
    status: consent.withdrawn ? 'inactive' : 'active',
    scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    // LOINC 59284-0: consent document
    category: [coded('http://loinc.org', '59284-0')],
    patient: subjectOf(family, consent.memberId),
    dateTime: consent.given,
    // ppc-1: a consent names the policy it follows
    policy: [{ uri: `urn:trama:notice:${encodeURIComponent(consent.noticeVersion)}` }],
    provision: {
      type: 'permit',
      period: { start: consent.given, ...(consent.withdrawn && { end: consent.withdrawn }) },
      ...(consent.bodies.length > 0 && {
        actor: consent.bodies.map(({ name }) => ({ role: informed, reference: { display: name } })),
      }),
    },
  };
}
