/** Somebody was given part of a conference's minutes: what it says they read in the app. */
import { z } from 'zod';
import { template } from '../template.ts';

export const excerpt = template({
  data: z.strictObject({ code: z.string().max(40), distributionId: z.uuid() }),
  words: {
    it: ({ code, distributionId }) => ({
      subject: 'Una parte di un verbale per lei',
      paragraphs: [
        `Chi ha condotto una conferenza del nucleo ${code} le ha dato da leggere una parte del verbale.`,
        'Che cosa dice lo legge in Trama, dopo l’accesso.',
      ],
      link: { label: 'Apri la parte del verbale', path: `/excerpts/${distributionId}` },
    }),
    en: ({ code, distributionId }) => ({
      subject: 'Part of some minutes for you',
      paragraphs: [
        `Whoever chaired a conference of household ${code} has given you part of its minutes to read.`,
        'What it says you read in Trama, once signed in.',
      ],
      link: { label: 'Open that part', path: `/excerpts/${distributionId}` },
    }),
    fr: ({ code, distributionId }) => ({
      subject: 'Une partie d’un compte rendu pour vous',
      paragraphs: [
        `La personne qui a animé une conférence du foyer ${code} vous a donné à lire une partie du compte rendu.`,
        'Vous en lirez le contenu dans Trama, une fois connecté.',
      ],
      link: { label: 'Ouvrir cette partie', path: `/excerpts/${distributionId}` },
    }),
    ar: ({ code, distributionId }) => ({
      subject: 'جزءٌ من محضرٍ موجَّهٌ إليك',
      paragraphs: [
        `أعطاك مَن أدار اجتماعًا خاصًّا بالأسرة ${code} جزءًا من المحضر لتقرأه.`,
        'أمّا مضمونه فتقرؤه في Trama بعد تسجيل الدخول.',
      ],
      link: { label: 'افتح هذا الجزء', path: `/excerpts/${distributionId}` },
    }),
  },
});
