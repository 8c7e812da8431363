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
      subject: unread === 1 ? 'Un avviso da leggere in Trama' : `${unread} avvisi da leggere in Trama`,
      paragraphs: [
        `${unread === 1 ? 'C’è un avviso' : `Ci sono ${unread} avvisi`} che non hai ancora letto${inItalian(households)}.`,
        'Di che cosa si tratta lo leggi in Trama, dopo l’accesso.',
      ],
      link: { label: 'Apri gli avvisi', path: '/notifications' },
      footnote: `Ricevi questo riepilogo ${weekly ? 'una volta alla settimana' : 'una volta al giorno'}, solo se c’è qualcosa di nuovo. Puoi cambiarlo o spegnerlo nella pagina degli avvisi.`,
    }),
    en: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'A notice to read in Trama' : `${unread} notices to read in Trama`,
      paragraphs: [
        `There ${unread === 1 ? 'is a notice' : `are ${unread} notices`} you haven’t read yet${inEnglish(households)}.`,
        'What it is about you read in Trama, once signed in.',
      ],
      link: { label: 'Open the notices', path: '/notifications' },
      footnote: `You get this summary ${weekly ? 'once a week' : 'once a day'}, only when there is something new. You can change it or turn it off on the page of notices.`,
    }),
    fr: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'Un avis à lire dans Trama' : `${unread} avis à lire dans Trama`,
      paragraphs: [
        `${unread === 1 ? 'Un avis vous attend' : `${unread} avis vous attendent`}${inFrench(households)}.`,
        'Vous lirez de quoi il s’agit dans Trama, une fois la session ouverte.',
      ],
      link: { label: 'Ouvrir les avis', path: '/notifications' },
      footnote: `Vous recevez ce résumé ${weekly ? 'une fois par semaine' : 'une fois par jour'}, seulement s’il y a du nouveau. Vous pouvez le modifier ou l’arrêter sur la page des avis.`,
    }),
    ar: ({ unread, households, weekly }) => ({
      subject: unread === 1 ? 'تنبيه واحد لم تقرأه في Trama' : `تنبيهات لم تقرأها في Trama: ${unread}`,
      paragraphs: [
        `عدد التنبيهات التي لم تقرأها بعد: ${unread}${households > 0 ? ` (عدد الأسر: ${households})` : ''}.`,
        'أمّا موضوعها فتقرؤه في Trama بعد تسجيل الدخول.',
      ],
      link: { label: 'افتح التنبيهات', path: '/notifications' },
      footnote: `يصلك هذا الملخّص ${weekly ? 'مرّة في الأسبوع' : 'مرّة في اليوم'}، فقط حين يوجد جديد. يمكنك تغييره أو إيقافه في صفحة التنبيهات.`,
    }),
  },
});

const inItalian = (count: number): string =>
  count === 0 ? '' : count === 1 ? ', su una famiglia' : `, su ${count} famiglie`;
const inEnglish = (count: number): string =>
  count === 0 ? '' : count === 1 ? ', about one family' : `, about ${count} families`;
const inFrench = (count: number): string =>
  count === 0 ? '' : count === 1 ? ', au sujet d’une famille' : `, au sujet de ${count} familles`;
