/** What somebody hasn't read, as numbers and links: no household is named, not even by its code. */
import { z } from 'zod';
import { template } from '../template.ts';

/** Where a POST without a session ends this mail (RFC 8058). */
export const unsubscribePath = (key: string): string => `/api/letters/unsubscribe?key=${key}`;

export const digest = template({
  data: z.strictObject({
    unread: z.int().min(1),
    households: z.int().min(0),
    weekly: z.boolean(),
    unsubscribe: z.uuid(),
  }),
  unsubscribe: (data) => unsubscribePath(data.unsubscribe),
  words: {
    it: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'Una novità da leggere in Trama' : `${unread} novità da leggere in Trama`,
      paragraphs: [
        `${unread === 1 ? 'C’è una novità' : `Ci sono ${unread} novità`} che non ha ancora letto${householdsIt(households)}.`,
        'Di che cosa si tratta lo legge in Trama, dopo l’accesso.',
      ],
      link: { label: 'Apri le novità', path: '/notifications' },
      footnote: `Riceve questo riepilogo ${weekly ? 'una volta alla settimana' : 'una volta al giorno'}, solo se c’è qualcosa di nuovo. Può cambiarlo o spegnerlo nelle impostazioni delle novità.`,
    }),
    en: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'One thing to read in Trama' : `${unread} things to read in Trama`,
      paragraphs: [
        `There ${unread === 1 ? 'is one thing' : `are ${unread} things`} you haven’t read yet${householdsEn(households)}.`,
        'What it is about you read in Trama, once signed in.',
      ],
      link: { label: 'Open what is new', path: '/notifications' },
      footnote: `You get this summary ${weekly ? 'once a week' : 'once a day'}, only when there is something new. You can change it or turn it off in the settings of what is new.`,
    }),
    fr: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'Une nouveauté à lire dans Trama' : `${unread} nouveautés à lire dans Trama`,
      paragraphs: [
        `${unread === 1 ? 'Une nouveauté vous attend' : `${unread} nouveautés vous attendent`}${householdsFr(households)}.`,
        'Vous lirez de quoi il s’agit dans Trama, une fois connecté.',
      ],
      link: { label: 'Ouvrir les nouveautés', path: '/notifications' },
      footnote: `Vous recevez ce résumé ${weekly ? 'une fois par semaine' : 'une fois par jour'}, seulement s’il y a du nouveau. Vous pouvez le modifier ou l’arrêter dans les réglages des nouveautés.`,
    }),
    ar: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'جديدٌ واحد لتقرأه في Trama' : `ما لم تقرأه في Trama: ${unread}`,
      paragraphs: [
        `عدد الأمور الجديدة التي لم تقرأها بعد: ${unread}${households > 0 ? ` (عدد العائلات: ${households})` : ''}.`,
        'أمّا موضوعها فتقرؤه في Trama بعد تسجيل الدخول.',
      ],
      link: { label: 'افتح الجديد', path: '/notifications' },
      footnote: `يصلك هذا الملخّص ${weekly ? 'مرّة في الأسبوع' : 'مرّة في اليوم'}، فقط حين يوجد جديد. يمكنك تغييره أو إيقافه في إعدادات الجديد.`,
    }),
  },
});

const householdsIt = (count: number): string =>
  count === 0 ? '' : count === 1 ? ', su una famiglia' : `, su ${count} famiglie`;
const householdsEn = (count: number): string =>
  count === 0 ? '' : count === 1 ? ', about one family' : `, about ${count} families`;
const householdsFr = (count: number): string =>
  count === 0 ? '' : count === 1 ? ', au sujet d’une famille' : `, au sujet de ${count} familles`;
