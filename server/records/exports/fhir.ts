/**
 * A family's records as HL7 FHIR R4 (4.0.1) says such things: the index person and the children are patients, everybody
 * else of the household is related to them; the plan names its goals, its team and what was asked for. Workers and bodies
 * are named by display, because this bundle is about the family.
 */
import { z } from 'zod';
import type { FhirBundle, FhirResource, HouseholdExport } from '../../../shared/records/exports.ts';
import type { HouseholdStatus } from '../../../shared/records/households.ts';
import { derivedId } from '../../derived-id.ts';
import { consentResource, goalResource, serviceRequestResource, taskResource } from './fhir-case.ts';
import { type FhirFamily, reference, text } from './fhir-parts.ts';
import { patientResource, relatedPersons } from './fhir-people.ts';

/** Everything in one collection; the same records give the same ids. */
export function bundleOf(exported: HouseholdExport): FhirBundle {
  const family = familyOf(exported);
  const resources: FhirResource[] = [
    ...family.patients.map((member) => patientResource(member, family)),
    ...relatedPersons(family),
    careTeam(exported, family),
    carePlan(exported, family),
    ...exported.goals.map((goal) => goalResource(goal, family)),
    ...exported.tasks.map((task) => taskResource(task, family)),
    ...exported.referrals.map((referral) => serviceRequestResource(referral, family)),
    ...exported.consents.map((consent) => consentResource(consent, family)),
  ];
  return {
    resourceType: 'Bundle',
    id: derivedId(z.uuid(), exported.household.id, 'bundle', exported.exportedAt),
    type: 'collection',
    timestamp: exported.exportedAt,
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  };
}

function familyOf({ household }: HouseholdExport): FhirFamily {
  const index = household.members.find(({ indexPerson }) => indexPerson) ?? household.members[0];
  if (index === undefined) throw new Error('a household has members');
  const children = household.members.filter(({ id, relation }) => relation === 'child' && id !== index.id);
  return {
    household,
    index,
    children,
    patients: [index, ...children],
    planId: derivedId(z.uuid(), household.id, 'care-plan'),
    teamId: derivedId(z.uuid(), household.id, 'care-team'),
  };
}

const planStatus: Readonly<Record<HouseholdStatus, string>> = {
  reported: 'draft',
  screening: 'draft',
  enrolled: 'active',
  suspended: 'on-hold',
  closed: 'completed',
};

function carePlan({ household, goals, tasks, referrals }: HouseholdExport, family: FhirFamily): FhirResource {
  const activity = [...tasks, ...referrals].map(({ id }) => ({ reference: reference(id) }));
  return {
    resourceType: 'CarePlan',
    id: family.planId,
    identifier: [{ system: 'urn:trama:household', value: household.code }],
    status: planStatus[household.status],
    intent: 'plan',
    title: 'Progetto quadro',
    subject: reference(family.index.id),
    period: { start: household.openedOn },
    careTeam: [reference(family.teamId)],
    ...(goals.length > 0 && { goal: goals.map(({ id }) => reference(id)) }),
    ...(activity.length > 0 && { activity }),
  };
}

function careTeam({ household }: HouseholdExport, family: FhirFamily): FhirResource {
  const regia = household.leadHistory.map(({ person, body, from, to }) => ({
    role: [text('regia')],
    member: { display: person.name },
    onBehalfOf: { display: body.name },
    period: { start: from, ...(to && { end: to }) },
  }));
  const team = household.careTeam.map(({ person, role, from, to }) => ({
    role: [text(role)],
    member: { display: person.name },
    ...(person.body && { onBehalfOf: { display: person.body.name } }),
    period: { start: from, ...(to && { end: to }) },
  }));
  return {
    resourceType: 'CareTeam',
    id: family.teamId,
    status: household.status === 'closed' ? 'inactive' : 'active',
    name: `Équipe ${household.code}`,
    subject: reference(family.index.id),
    participant: [...regia, ...team],
  };
}
