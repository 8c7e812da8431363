/** Small pieces that several FHIR resources are made of. */
import type { HouseholdExport } from '../../../shared/records/exports.ts';
import type { Member } from '../../../shared/records/households.ts';

/** What the resources of one family point at. */
export type FhirFamily = {
  readonly household: HouseholdExport['household'];
  /** The person at the centre: the subject of whatever concerns the whole household. */
  readonly index: Member;
  readonly children: readonly Member[];
  /** Members who are patients: the index person and the children. */
  readonly patients: readonly Member[];
  readonly planId: string;
  readonly teamId: string;
};

/** Another resource of the same bundle. */
export const reference = (id: string): { reference: string } => ({ reference: `urn:uuid:${id}` });

/** A concept that only words say. */
export const text = (words: string): { text: string } => ({ text: words });

export const coded = (system: string, code: string) => ({ coding: [{ system, code }] });

/** FHIR has no empty strings. */
export const words = (given: string): string => (given.trim() === '' ? '—' : given);

/** The member, if a patient; otherwise whom the household is about. */
export const subjectOf = ({ patients, index }: FhirFamily, memberId: string | null) =>
  reference(patients.find(({ id }) => id === memberId)?.id ?? index.id);
