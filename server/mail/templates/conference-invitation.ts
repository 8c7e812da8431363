/** Asked to a conference, told that it moved, or that it isn't held: its hour and place, the household's code, no more. */
import { z } from 'zod';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { ConferenceMode } from '../../../shared/records/conferences.ts';
import { momentIn, template, type Words } from '../template.ts';

const data = z.strictObject({
  news: z.enum(['invited', 'changed', 'cancelled']),
  code: z.string().max(40),
  start: z.iso.datetime(),
  minutesLong: z.int(),
  mode: ConferenceMode,
  /** A body's name, never one whose address is secret. */
  place: z.string().nullable(),
  videoUrl: z.url({ protocol: /^https$/ }).nullable(),
  page: z.string().regex(/^\/[\w/-]*$/),
});
type Data = z.output<typeof data>;

type Phrases = {
  readonly subject: Readonly<Record<Data['news'], (code: string) => string>>;
  readonly first: Readonly<Record<Data['news'], string>>;
  readonly minutes: (count: number) => string;
  readonly mode: Readonly<Record<ConferenceMode, string>>;
  readonly place: string;
  readonly video: string;
  readonly answer: string;
  readonly open: string;
  readonly footnote: string;
};

const phrases: Readonly<Record<ScreenLanguage, Phrases>> = {
  it: {
    subject: {
      invited: (code) => `Invito a una conferenza: ${code}`,
      changed: (code) => `Conferenza spostata o cambiata: ${code}`,
      cancelled: (code) => `Conferenza annullata per lei: ${code}`,
    },
    first: {
      invited: 'È invitata o invitato a una conferenza.',
      changed: 'Una conferenza a cui è invitata o invitato è cambiata. Ora è così:',
      cancelled: 'Questa conferenza non si tiene, o non la riguarda più: la tolga dal calendario.',
    },
    minutes: (count) => `${count} minuti`,
    mode: { in_person: 'in presenza', online: 'a distanza', mixed: 'in presenza e a distanza' },
    place: 'Dove',
    video: 'Stanza video',
    answer: 'Dica se ci sarà dalla pagina qui sotto: a questo indirizzo nessuno legge le risposte.',
    open: 'Rispondi all’invito',
    footnote:
      'Di che cosa si parla lo trova in Trama, dopo l’accesso. L’invito è anche allegato per il calendario.',
  },
  en: {
    subject: {
      invited: (code) => `Invitation to a conference: ${code}`,
      changed: (code) => `Conference moved or changed: ${code}`,
      cancelled: (code) => `Conference cancelled for you: ${code}`,
    },
    first: {
      invited: 'You are invited to a conference.',
      changed: 'A conference you are invited to has changed. Now it is:',
      cancelled: 'This conference isn’t held, or no longer concerns you: take it out of your calendar.',
    },
    minutes: (count) => `${count} minutes`,
    mode: { in_person: 'in person', online: 'online', mixed: 'in person and online' },
    place: 'Where',
    video: 'Video room',
    answer: 'Say whether you come on the page below: nobody reads answers at this address.',
    open: 'Answer the invitation',
    footnote:
      'What it is about you find in Trama, once signed in. The invitation is attached for your calendar too.',
  },
  fr: {
    subject: {
      invited: (code) => `Invitation à une réunion : ${code}`,
      changed: (code) => `Réunion déplacée ou modifiée : ${code}`,
      cancelled: (code) => `Réunion annulée pour vous : ${code}`,
    },
    first: {
      invited: 'Vous êtes invité à une réunion.',
      changed: 'Une réunion à laquelle vous êtes invité a changé. Désormais :',
      cancelled: 'Cette réunion n’a pas lieu, ou ne vous concerne plus : retirez-la de votre agenda.',
    },
    minutes: (count) => `${count} minutes`,
    mode: { in_person: 'en présence', online: 'à distance', mixed: 'en présence et à distance' },
    place: 'Où',
    video: 'Salle vidéo',
    answer: 'Dites si vous venez sur la page ci-dessous : personne ne lit les réponses à cette adresse.',
    open: 'Répondre à l’invitation',
    footnote:
      'Vous trouverez de quoi il s’agit dans Trama, une fois connecté. L’invitation est aussi jointe pour votre agenda.',
  },
  ar: {
    subject: {
      invited: (code) => `دعوة إلى اجتماع: ${code}`,
      changed: (code) => `تغيّر موعد اجتماع أو تفاصيله: ${code}`,
      cancelled: (code) => `أُلغي اجتماع بالنسبة إليك: ${code}`,
    },
    first: {
      invited: 'أنت مدعوّ إلى اجتماع.',
      changed: 'تغيّر اجتماع أنت مدعوّ إليه، وقد صار كما يلي:',
      cancelled: 'هذا الاجتماع لن يُعقد، أو لم يعد يخصّك: احذفه من تقويمك.',
    },
    minutes: (count) => `المدّة بالدقائق: ${count}`,
    mode: { in_person: 'حضوريًّا', online: 'عن بُعد', mixed: 'حضوريًّا وعن بُعد' },
    place: 'المكان',
    video: 'غرفة الفيديو',
    answer: 'قل إن كنت ستحضر من الصفحة أدناه: لا أحد يقرأ الردود على هذا العنوان.',
    open: 'الردّ على الدعوة',
    footnote: 'تجد موضوع الاجتماع في Trama بعد تسجيل الدخول. والدعوة مرفقة أيضًا من أجل تقويمك.',
  },
};

const wordsIn =
  (language: ScreenLanguage) =>
  ({ news, code, start, minutesLong, mode, place, videoUrl, page }: Data): Words => {
    const say = phrases[language];
    const held = news !== 'cancelled';
    const details = [`${code} · ${momentIn(language, start)}`, say.minutes(minutesLong), say.mode[mode]];
    return {
      subject: say.subject[news](code),
      paragraphs: [
        say.first[news],
        details.join(' · '),
        ...(held && place !== null ? [`${say.place}: ${place}`] : []),
        ...(held && videoUrl !== null ? [`${say.video}: ${videoUrl}`] : []),
        ...(held ? [say.answer] : []),
      ],
      ...(held && { link: { label: say.open, path: page } }),
      ...(held && { footnote: say.footnote }),
    };
  };

export const conferenceInvitation = template({
  data,
  words: { it: wordsIn('it'), en: wordsIn('en'), fr: wordsIn('fr'), ar: wordsIn('ar') },
});
