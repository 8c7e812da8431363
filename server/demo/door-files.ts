/** What the network's files tell of the door: reports, contacts at the desks and their practices. */
import { z } from 'zod';
import { ContentLanguage } from '../../shared/languages.ts';
import { ContactSubject } from '../../shared/records/desk-contacts.ts';
import { PracticeKind } from '../../shared/records/practices.ts';
import { ReportChannel, ReportContent, ReportSubject } from '../../shared/records/report-content.ts';
import { TriageOutcome } from '../../shared/records/reports.ts';
import { StoryDate } from './story-dates.ts';

/** As the files tell a report; story-door.ts turns it into what a sender says. */
export const IntakeFile = z.object({
  sender: z.object({ body: z.string().nullable(), kind: z.string(), name: z.string() }),
  channel: ReportChannel.default('phone'),
  received: StoryDate,
  subject: ReportSubject,
  text: z.string(),
  safePhone: z.string().nullable().default(''),
  safeHours: z.string().nullable().default(''),
  interpreterLanguage: ContentLanguage.nullable().default(null),
  residence: z.string().nullable().default(''),
  isee: z.object({ cents: z.int(), on: StoryDate }).nullable().default(null),
  housing: ReportContent.shape.housing,
  work: ReportContent.shape.work,
  healthRegistration: ReportContent.shape.health,
  violenceScreen: ReportContent.shape.violence,
  urgency: z.enum(['now', '72h', 'ordinary']).default('ordinary'),
  notice: z
    .object({ language: ContentLanguage, mediator: z.string().nullable(), given: StoryDate })
    .nullable()
    .default(null),
});
export type IntakeFile = z.infer<typeof IntakeFile>;

const ReportFile = IntakeFile.extend({
  key: z.string(),
  triage: z.object({
    outcome: TriageOutcome,
    on: StoryDate,
    by: z.string(),
    note: z.string(),
    to: z.string().optional(),
    mergedInto: z.string().optional(),
  }),
});
export type ReportFile = z.infer<typeof ReportFile>;

const DeskContactFile = z.object({
  key: z.string(),
  desk: z.string(),
  operator: z.string(),
  on: StoryDate,
  language: ContentLanguage,
  subject: ContactSubject,
  practice: z.union([PracticeKind, z.literal('orientation')]),
  topic: z.string(),
  outcome: z.enum(['done', 'appointment', 'oriented']),
  orientation: z.array(z.string()),
});
export type DeskContactFile = z.infer<typeof DeskContactFile>;

/** What the door reads of extras.json. */
export const DoorFile = z.object({
  reports: z.array(ReportFile),
  deskContacts: z.array(DeskContactFile),
  deskPractices: z.array(z.object({ key: z.string(), mode: z.enum(['paper', 'online', 'both']) })),
});
