/** Every kind of letter, by name. A new one is a file in templates/ and a line here. */
import type { z } from 'zod';
import { conferenceInvitation } from './templates/conference-invitation.ts';
import { digest } from './templates/digest.ts';
import { excerpt } from './templates/excerpt.ts';
import { guestInvitation } from './templates/guest-invitation.ts';
import { news } from './templates/news.ts';

export const templates = {
  conferenceInvitation,
  digest,
  excerpt,
  news,
  'guest-invitation': guestInvitation,
};

export type TemplateName = keyof typeof templates;

/** What a template takes. */
export type DataOf<T extends TemplateName> = z.input<(typeof templates)[T]['data']>;
