/** The people of a family in FHIR: patients, and how others are related to them. */
import { z } from 'zod';
import type { FhirResource } from '../../../shared/records/exports.ts';
import type { Member } from '../../../shared/records/households.ts';
import { derivedId } from '../../derived-id.ts';
import { coded, type FhirFamily, reference, text } from './fhir-parts.ts';

const human = ({ name, sex, birth }: Member) => ({
  name: [{ text: name }],
  gender: sex === 'f' ? 'female' : 'male',
  ...(birth && { birthDate: birth }),
});

const communication = (member: Member) =>
  member.languages.length > 0 && {
    communication: member.languages.map((language) => ({ language: coded('urn:ietf:bcp:47', language) })),
  };

/** The index person or a child. Somebody who left is no longer active. */
export function patientResource(member: Member, { household }: FhirFamily): FhirResource {
  return {
    resourceType: 'Patient',
    id: member.id,
    active: member.left === null && household.status !== 'closed',
    ...human(member),
    ...communication(member),
  };
}

/** http://terminology.hl7.org/CodeSystem/v3-RoleCode, as seen from the child. */
const roleOf: Readonly<Record<Member['relation'], string | null>> = {
  mother: 'MTH',
  father: 'FTH',
  grandmother: 'GRMTH',
  child: 'SIB',
  partner: null,
  other: null,
};

/** Every adult, the index person too, as related to each child; without children, to the index person. */
export function relatedPersons(family: FhirFamily): FhirResource[] {
  const adults = family.household.members.filter(({ relation }) => relation !== 'child');
  const patients = family.children.length > 0 ? family.children : [family.index];
  return patients.flatMap((patient) =>
    adults.filter(({ id }) => id !== patient.id).map((adult) => related(adult, patient, family)),
  );
}

function related(adult: Member, patient: Member, { children }: FhirFamily): FhirResource {
  const code = children.includes(patient) ? roleOf[adult.relation] : null;
  return {
    resourceType: 'RelatedPerson',
    id: derivedId(z.uuid(), adult.id, 'related', patient.id),
    active: adult.left === null,
    patient: reference(patient.id),
    relationship: [
      code === null
        ? text(adult.relation)
        : { ...coded('http://terminology.hl7.org/CodeSystem/v3-RoleCode', code), text: adult.relation },
    ],
    ...human(adult),
    ...communication(adult),
  };
}
