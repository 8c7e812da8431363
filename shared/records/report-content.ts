/** What a report (segnalazione) says: the few things that whoever takes it must ask, and the many they may (D1, B12). */
import { z } from 'zod';
import { Day, type Instant } from '../dates.ts';
import { BodyId, PersonId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { impossibleBirth, impossibleDate as impossiblePregnancy } from './pregnancy-dates.ts';

/** Who reports: public services, and private ones (D1). */
export const SenderKind = z.enum([
  'social_service',
  'hospital',
  'family_clinic',
  'paediatrician',
  'police',
  'school',
  'other_public',
  'desk',
  'association',
  'parish',
  'other_private',
  /** Never taken as a report: she is pointed to a desk or to 1522 (D2). */
  'woman_herself',
]);
export type SenderKind = z.infer<typeof SenderKind>;

/** Kinds that can be registered, and whose reports are taken. */
export const ReportingKind = SenderKind.exclude(['woman_herself']);
export type ReportingKind = z.infer<typeof ReportingKind>;

/** Senders of the health sector, for how early families are reached (B12). */
export const isHealthSender = (kind: SenderKind): boolean =>
  kind === 'hospital' || kind === 'family_clinic' || kind === 'paediatrician';

export const ReportChannel = z.enum(['phone', 'form', 'api', 'email', 'desk', 'internal']);
export type ReportChannel = z.infer<typeof ReportChannel>;

export const ReportSubject = z.enum(['lone_woman', 'pregnant', 'mother_with_children', 'other']);
export type ReportSubject = z.infer<typeof ReportSubject>;

export const Urgency = z.enum(['now', 'within_72h', 'ordinary']);
export type Urgency = z.infer<typeof Urgency>;

const words = (most: number) => z.string().trim().max(most);
const known = (most: number) => words(most).min(1).nullable().default(null);

export const ReportedChild = z.strictObject({
  name: known(120),
  birth: Day.nullable().default(null),
  sex: z.enum(['f', 'm']).nullable().default(null),
});

/** Indicator of the family's means (ISEE): a value with the day of its certificate, or that there is none. */
export const ReportedIsee = z.union([
  z.literal('none'),
  z.strictObject({ cents: z.int().min(0).max(100_000_000), on: Day }),
]);

/** Whoever takes a call writes what is known: nothing but subject, words and urgency must be. */
export const ReportContent = z.strictObject({
  subject: ReportSubject,
  text: words(4000).min(3),
  urgency: Urgency,
  name: known(120),
  birth: Day.nullable().default(null),
  phone: known(40),
  /** Whether and how it may be used: it may be somebody else's, or read by somebody else. */
  phoneSafety: words(200).default(''),
  phoneHours: words(200).default(''),
  /** The language an interpreter is needed for. */
  language: ContentLanguage.nullable().default(null),
  dueDate: Day.nullable().default(null),
  children: z.array(ReportedChild).max(12).default([]),
  documents: z
    .enum(['italian', 'eu', 'permit', 'medical_permit', 'asylum', 'stp', 'eni', 'none', 'unknown'])
    .default('unknown'),
  residence: words(200).default(''),
  district: z.int().min(1).max(8).nullable().default(null),
  area: known(120),
  isee: ReportedIsee.nullable().default(null),
  housing: z
    .enum(['owned', 'rented', 'eviction_pending', 'hosted', 'structure', 'none', 'unknown'])
    .default('unknown'),
  work: z.enum(['employed', 'irregular', 'unemployed', 'never_employed', 'unknown']).default('unknown'),
  health: z.enum(['registered', 'stp', 'eni', 'none', 'unknown']).default('unknown'),
  paediatrician: words(120).default(''),
  violence: z.enum(['not_done', 'negative', 'positive', 'declined']).default('not_done'),
  /** The privacy notice, when it was given: in which language, and through which mediator. */
  notice: z
    .strictObject({ language: ContentLanguage, mediatorId: PersonId.nullable(), on: Day })
    .nullable()
    .default(null),
});
export type ReportContent = z.infer<typeof ReportContent>;

/** Who sent it, as whoever takes the call writes it down. */
export const ReportSender = z.strictObject({
  kind: SenderKind,
  /** The person and their role, or the office. */
  name: words(200).min(2),
  bodyId: BodyId.nullable().default(null),
});
export type ReportSender = z.infer<typeof ReportSender>;

/** A clock may be this much ahead of ours. */
const clockPlayMs = 120_000;

export type ImpossibleDate = { readonly path: string; readonly code: string; readonly message: string };

/** The first date that can't be, or null: births in the future, a due date past or too far, received in the future. */
export function impossibleDate(
  content: Pick<ReportContent, 'birth' | 'dueDate' | 'children' | 'isee' | 'notice'>,
  received: { readonly at: Instant; readonly on: Day },
  now: Date,
): ImpossibleDate | null {
  const { birth, dueDate, children, isee, notice } = content;
  const future = (path: string) => ({ path, code: 'in-the-future', message: 'This day lies in the future.' });
  if (Date.parse(received.at) > now.getTime() + clockPlayMs) return future('receivedAt');
  const pregnancy = dueDate === null ? null : { lmp: null, dueDate, ended: null };
  const herBirth = impossibleBirth({ birth, pregnancy }, received.on);
  if (herBirth !== null) return herBirth;
  const unborn = children.findIndex((child) => child.birth !== null && child.birth > received.on);
  if (unborn !== -1) return future(`children.${unborn}.birth`);
  if (isee !== null && isee !== 'none' && isee.on > received.on) return future('isee.on');
  if (notice !== null && notice.on > received.on) return future('notice.on');
  if (dueDate !== null && dueDate < received.on) {
    return { path: 'dueDate', code: 'past', message: 'The due date is past: give the child’s birth date.' };
  }
  const impossible = pregnancy && impossiblePregnancy(pregnancy, received.on);
  return impossible && { ...impossible, path: 'dueDate' };
}
