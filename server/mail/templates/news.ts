/** One thing that concerns its reader, told at once and without saying what: the page says it, after the door. */
import { z } from 'zod';
import { template } from '../template.ts';
import { unsubscribePath } from './digest.ts';

export const news = template({
  data: z.strictObject({ unsubscribe: z.uuid() }),
  unsubscribe: (data) => unsubscribePath(data.unsubscribe),
  words: {
    it: () => ({
      subject: 'Una novità per lei in Trama',
      paragraphs: [
        'È successo qualcosa che la riguarda.',
        'Di che cosa si tratta lo legge in Trama, dopo l’accesso.',
      ],
      link: { label: 'Apri le novità', path: '/notifications' },
      footnote:
        'Riceve un messaggio per ogni novità. Può cambiarlo o spegnerlo nelle impostazioni delle novità.',
    }),
    en: () => ({
      subject: 'Something for you in Trama',
      paragraphs: [
        'Something happened that concerns you.',
        'What it is about you read in Trama, once signed in.',
      ],
      link: { label: 'Open what is new', path: '/notifications' },
      footnote:
        'You get a message each time. You can change it or turn it off in the settings of what is new.',
    }),
    fr: () => ({
      subject: 'Une nouveauté pour vous dans Trama',
      paragraphs: [
        'Il s’est passé quelque chose qui vous concerne.',
        'Vous lirez de quoi il s’agit dans Trama, une fois connecté.',
      ],
      link: { label: 'Ouvrir les nouveautés', path: '/notifications' },
      footnote:
        'Vous recevez un message pour chaque nouveauté. Vous pouvez le modifier ou l’arrêter dans les réglages des nouveautés.',
    }),
    ar: () => ({
      subject: 'جديدٌ يخصّك في Trama',
      paragraphs: ['حدث أمرٌ يخصّك.', 'أمّا موضوعه فتقرؤه في Trama بعد تسجيل الدخول.'],
      link: { label: 'افتح الجديد', path: '/notifications' },
      footnote: 'تصلك رسالة عند كلّ جديد. يمكنك تغيير ذلك أو إيقافه في إعدادات الجديد.',
    }),
  },
});
