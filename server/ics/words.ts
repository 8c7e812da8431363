/** The few words of ours that stand in people's calendars: what kind of thing, never about whom or what. */
import type { ScreenLanguage } from '../../shared/languages.ts';

export type CalendarWords = {
  readonly name: string;
  readonly conference: string;
  readonly task: string;
  readonly window: string;
  readonly answerThere: string;
};

export const calendarWords: Readonly<Record<ScreenLanguage, CalendarWords>> = {
  it: {
    name: 'Trama: la mia agenda',
    conference: 'Conferenza Trama',
    task: 'Compito',
    window: 'Scadenza dei mille giorni',
    answerThere: 'Per dire se ci sarà, apra la pagina:',
  },
  en: {
    name: 'Trama: my calendar',
    conference: 'Trama conference',
    task: 'Task',
    window: 'Deadline of the thousand days',
    answerThere: 'To say whether you come, open the page:',
  },
  fr: {
    name: 'Trama : mon agenda',
    conference: 'Réunion Trama',
    task: 'Tâche',
    window: 'Échéance des mille jours',
    answerThere: 'Pour dire si vous venez, ouvrez la page :',
  },
  ar: {
    name: 'Trama: أجندتي',
    conference: 'اجتماع Trama',
    task: 'مهمّة',
    window: 'أجل من آجال الألف يوم',
    answerThere: 'لتقول إن كنت ستحضر، افتح الصفحة:',
  },
};
