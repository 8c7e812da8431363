/** Agendas the network keeps to begin conferences from, beside those every Trama comes with (X23). */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { ConferenceTemplateId } from '../ids.ts';
import { AgendaPoint, ConferenceDraft } from './conferences.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing } from './shapes.ts';
import { workers } from './territory.ts';

export const TemplatePoint = AgendaPoint.pick({ title: true, minutes: true });
export type TemplatePoint = z.infer<typeof TemplatePoint>;

export const ConferenceTemplateDraft = z.strictObject({
  id: ConferenceTemplateId,
  kind: ConferenceDraft.shape.kind,
  name: z.string().trim().min(2).max(120),
  minutesLong: ConferenceDraft.shape.minutesLong,
  points: z.array(TemplatePoint).min(1).max(30),
});
export type ConferenceTemplateDraft = z.infer<typeof ConferenceTemplateDraft>;

export const ConferenceTemplate = ConferenceTemplateDraft.extend({
  changedBy: PersonBrief,
  changedAt: Instant,
  version: z.int(),
});
export type ConferenceTemplate = z.infer<typeof ConferenceTemplate>;

const ofTemplate = z.strictObject({ templateId: ConferenceTemplateId });
/** Who keeps them for everybody. */
export const templateKeepers = ['coordinator', 'admin'] as const;
const keepers = { kind: 'functions', functions: templateKeepers } as const;

export const conferenceTemplateEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/conference-templates',
    summary: 'The network’s own agendas to begin from, by name.',
    policy: { kind: 'functions', functions: workers },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ templates: z.array(ConferenceTemplate), can: z.object({ write: z.boolean() }) }),
  }),
  write: endpoint({
    method: 'POST',
    path: '/api/conference-templates',
    summary: 'Writes a new one.',
    policy: keepers,
    params: nothing,
    query: nothing,
    body: ConferenceTemplateDraft,
    response: ConferenceTemplate,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/conference-templates/:templateId',
    summary: 'Rewrites one. Conferences that began from it keep the agenda they have.',
    policy: keepers,
    params: ofTemplate,
    query: nothing,
    body: ConferenceTemplateDraft.omit({ id: true }).extend({ version: z.int() }),
    response: ConferenceTemplate,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/conference-templates/:templateId/withdraw',
    summary: 'Takes one out of the list.',
    policy: keepers,
    params: ofTemplate,
    query: nothing,
    body: z.strictObject({ version: z.int() }),
    response: Empty,
  }),
};

export const conferenceTemplateEvents = [
  event('conference-template.written', { conferenceTemplateId: ConferenceTemplateId }),
  event('conference-template.changed', { conferenceTemplateId: ConferenceTemplateId }),
  event('conference-template.withdrawn', { conferenceTemplateId: ConferenceTemplateId }),
] as const;
