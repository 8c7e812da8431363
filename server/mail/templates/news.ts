/** One thing that concerns its reader, told at once and without saying what: the page says it, after the door. */
import { z } from 'zod';
import { template } from '../template.ts';
import { unsubscribePath } from './digest.ts';

export const news = template({
  data: z.strictObject({ unsubscribe: z.uuid() }),
  unsubscribe: (data) => unsubscribePath(data.unsubscribe),
  words: {
    it: () => ({
      subject: 'Un avviso per te in Trama',
      paragraphs: [
        'È successo qualcosa che ti riguarda.',
        'Di che cosa si tratta lo leggi in Trama, dopo l’accesso.',
      ],
      link: { label: 'Apri gli avvisi', path: '/notifications' },
      footnote: 'Ricevi un messaggio a ogni avviso. Puoi cambiarlo o spegnerlo nella pagina degli avvisi.',
    }),
    en: () => ({
      subject: 'A notice for you in Trama',
      paragraphs: [
        'Something happened that concerns you.',
        'What it is about you read in Trama, once signed in.',
      ],
      link: { label: 'Open the notices', path: '/notifications' },
      footnote: 'You get a message for each notice. You can change it or turn it off on the page of notices.',
    }),
    fr: () => ({
      subject: 'Un avis pour vous dans Trama',
      paragraphs: [
        'Il s’est passé quelque chose qui vous concerne.',
        'Vous lirez de quoi il s’agit dans Trama, une fois la session ouverte.',
      ],
      link: { label: 'Ouvrir les avis', path: '/notifications' },
      footnote:
        'Vous recevez un message pour chaque avis. Vous pouvez le modifier ou l’arrêter sur la page des avis.',
    }),
    ar: () => ({
      subject: 'تنبيه يخصّك في Trama',
      paragraphs: ['حدث أمرٌ يخصّك.', 'أمّا موضوعه فتقرؤه في Trama بعد تسجيل الدخول.'],
      link: { label: 'افتح التنبيهات', path: '/notifications' },
      footnote: 'تصلك رسالة عند كلّ تنبيه. يمكنك تغيير ذلك أو إيقافه في صفحة التنبيهات.',
    }),
  },
});
