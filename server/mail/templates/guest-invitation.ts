/**
 * The link of a guest of one conference. It says when, who asks and how the link behaves; of the family and of what is
 * spoken about, nothing: whoever asked her has told her.
 */
import { z } from 'zod';
import { Instant } from '../../../shared/dates.ts';
import { minutesBefore } from '../../../shared/records/guests.ts';
import { momentIn, template } from '../template.ts';

export const guestInvitation = template({
  data: z.strictObject({
    token: z.string(),
    /** Whoever asks her, and their body. */
    from: z.string(),
    body: z.string().nullable(),
    start: Instant,
    endsAt: Instant,
  }),
  words: {
    it: ({ token, from, body, start, endsAt }) => ({
      subject: `Invito a una riunione, ${momentIn('it', start)}`,
      paragraphs: [
        `${called(from, body)} la invita come ospite a una riunione di lavoro: ${momentIn('it', start)}.`,
        `Il collegamento qui sotto apre il verbale mentre viene scritto. Funziona da ${minutesBefore} minuti prima dell’inizio fino a ${momentIn('it', endsAt)}, in un browser alla volta, e finisce prima se il verbale viene chiuso.`,
      ],
      link: { label: 'Apri la riunione', path: `/guest#${token}` },
      footnote: 'È personale: non lo inoltri. Chi lo apre prende il suo posto.',
    }),
    en: ({ token, from, body, start, endsAt }) => ({
      subject: `Invitation to a meeting, ${momentIn('en', start)}`,
      paragraphs: [
        `${called(from, body)} invites you as a guest to a working meeting: ${momentIn('en', start)}.`,
        `The link below opens the minutes while they are being written. It works from ${minutesBefore} minutes before the beginning until ${momentIn('en', endsAt)}, in one browser at a time, and ends earlier if the minutes are closed.`,
      ],
      link: { label: 'Open the meeting', path: `/guest#${token}` },
      footnote: 'It is personal: please don’t pass it on. Whoever opens it takes your place.',
    }),
    fr: ({ token, from, body, start, endsAt }) => ({
      subject: `Invitation à une réunion, ${momentIn('fr', start)}`,
      paragraphs: [
        `${called(from, body)} vous invite à une réunion de travail : ${momentIn('fr', start)}.`,
        `Le lien ci-dessous ouvre le compte rendu pendant qu’il s’écrit. Il fonctionne de ${minutesBefore} minutes avant le début jusqu’au ${momentIn('fr', endsAt)}, dans un seul navigateur à la fois, et prend fin plus tôt si le compte rendu est clos.`,
      ],
      link: { label: 'Ouvrir la réunion', path: `/guest#${token}` },
      footnote: 'Il est personnel : ne le transmettez pas. Qui l’ouvre prend votre place.',
    }),
    ar: ({ token, from, body, start, endsAt }) => ({
      subject: `دعوة إلى اجتماع: ${momentIn('ar', start)}`,
      paragraphs: [
        `دعوة من ${called(from, body)} لحضور اجتماع عمل ضيفًا: ${momentIn('ar', start)}.`,
        `يفتح الرابط أدناه محضر الاجتماع أثناء كتابته. يعمل قبل البدء بـ ${minutesBefore} دقيقة وحتى ${momentIn('ar', endsAt)}، في متصفّح واحد كلّ مرّة، وينتهي قبل ذلك إذا أُغلق المحضر.`,
      ],
      link: { label: 'افتح الاجتماع', path: `/guest#${token}` },
      footnote: 'الرابط شخصيّ فلا تمرّره إلى غيرك: من يفتحه يأخذ مكانك.',
    }),
  },
});

const called = (from: string, body: string | null): string => (body === null ? from : `${from} (${body})`);
