/** Words of papers: the server writes them, because a paper is the same whoever's page asks for it. */
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { Ring, TieEnergy, TieStrength, TieSupport } from '../../../shared/documents/network-map.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import type { GoalStatus } from '../../../shared/records/goals.ts';
import type { PactParty, PactStatus, PactSupport } from '../../../shared/records/pacts.ts';
import type { Right } from '../../../shared/records/rights.ts';
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';

/** Kinds that become a paper. */
export type PaperKind = Exclude<DocumentKind, 'annotations' | 'protection-notes'>;

type Sentence =
  | 'family'
  | 'lead'
  | 'leadPending'
  | 'tutor'
  | 'team'
  | 'when'
  | 'where'
  | 'chair'
  | 'minuteTaker'
  | 'present'
  | 'absent'
  | 'unconfirmed'
  | 'guest'
  | 'agenda'
  | 'decision'
  | 'decisionTask'
  | 'dissent'
  | 'voice'
  | 'goal'
  | 'task'
  | 'referral'
  | 'frozen'
  | 'hash'
  | 'notFrozen'
  | 'made'
  | 'state'
  | 'between'
  | 'period'
  | 'status'
  | 'supports'
  | 'commitments'
  | 'who'
  | 'what'
  | 'due'
  | 'signatures'
  | 'answer'
  | 'on'
  | 'signed'
  | 'refused'
  | 'waiting'
  | 'dissentSigned'
  | 'places'
  | 'ties'
  | 'place'
  | 'ring'
  | 'tieFrom'
  | 'tieTo'
  | 'tie'
  | 'energy'
  | 'support'
  | 'review'
  | 'mapAlt'
  | 'responsible'
  | 'until';

/** `{date}`, `{who}` and the like are filled in. */
export type PaperWords = Readonly<Record<Sentence, string>> & {
  readonly kinds: Readonly<Record<PaperKind, string>>;
  readonly goalStatus: Readonly<Record<GoalStatus, string>>;
  readonly rights: Readonly<Record<Right, string>>;
  readonly rings: Readonly<Record<Ring, string>>;
  readonly strengths: Readonly<Record<TieStrength, string>>;
  readonly energies: Readonly<Record<TieEnergy, string>>;
  readonly tieSupports: Readonly<Record<TieSupport, string>>;
  readonly pactStatus: Readonly<Record<PactStatus, string>>;
  readonly pactSupports: Readonly<Record<PactSupport, string>>;
  readonly parties: Readonly<Record<PactParty, string>>;
};

export const paperWords: Readonly<Record<ScreenLanguage, PaperWords>> = { it, en, fr, ar };

export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const locales: Readonly<Record<ScreenLanguage, string>> = {
  it: 'it-IT',
  en: 'en-GB',
  fr: 'fr-FR',
  ar: 'ar-u-nu-latn',
};

/** A day, or a moment as the clocks of Rome say it. */
export function dateIn(language: ScreenLanguage, at: string): string {
  const isDay = at.length === 10;
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    ...(!isDay && { timeStyle: 'short' }),
    timeZone: isDay ? 'UTC' : 'Europe/Rome',
  }).format(new Date(at));
}
