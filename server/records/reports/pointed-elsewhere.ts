/** What a woman who writes for herself is told, in her language (D2). */
import type { ContentLanguage } from '../../../shared/languages.ts';

const words: Partial<Record<ContentLanguage, string>> = {
  it: 'Non serve una segnalazione: puoi andare tu, anche senza dire il tuo nome, allo sportello della Casa del Quartiere più vicina. Se hai paura di qualcuno chiama il 1522: è gratuito, giorno e notte, in molte lingue. In pericolo chiama il 112.',
  en: 'You don’t need a report: you can go yourself, without giving your name, to the desk of the nearest Casa del Quartiere. If you are afraid of someone call 1522: it is free, day and night, in many languages. In danger call 112.',
  fr: 'Pas besoin de signalement : vous pouvez aller vous-même, sans dire votre nom, au guichet de la Casa del Quartiere la plus proche. Si vous avez peur de quelqu’un, appelez le 1522 : c’est gratuit, jour et nuit, en plusieurs langues. En danger, appelez le 112.',
  ar: 'لا حاجة إلى بلاغ: يمكنكِ أن تذهبي بنفسكِ، دون ذكر اسمكِ، إلى مكتب أقرب «كازا ديل كوارتييري». إذا كنتِ تخافين من أحد فاتصلي بالرقم 1522: مجاني، ليلًا ونهارًا، وبلغات كثيرة. وعند الخطر اتصلي بالرقم 112.',
  es: 'No hace falta un aviso: puedes ir tú misma, sin decir tu nombre, a la ventanilla de la Casa del Quartiere más cercana. Si tienes miedo de alguien llama al 1522: es gratis, de día y de noche, en muchas lenguas. En peligro llama al 112.',
  ro: 'Nu e nevoie de o sesizare: poți merge chiar tu, fără să-ți spui numele, la ghișeul celei mai apropiate Casa del Quartiere. Dacă ți-e frică de cineva, sună la 1522: e gratuit, zi și noapte, în multe limbi. În pericol sună la 112.',
};

/** In her language where we have it, else in English and Italian. */
export const pointedElsewhere = (language: ContentLanguage | null | undefined): string =>
  (language && words[language]) ?? `${words.en} ${words.it}`;
