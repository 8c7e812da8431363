/** Sets a letter's words as a text part and as a plain HTML part, in its reader's language and direction. */
import { directionOf, type ScreenLanguage } from '../../shared/languages.ts';
import type { Words } from './template.ts';

export type Rendered = { readonly subject: string; readonly text: string; readonly html: string };

/** How every letter ends: a mail travels through other people's machines. */
const ending: Readonly<Record<ScreenLanguage, string>> = {
  it: 'Questo messaggio arriva da Trama e non contiene nulla delle famiglie. Non serve rispondere.',
  en: 'This message comes from Trama and holds nothing about families. There is no need to answer.',
  fr: 'Ce message vient de Trama et ne contient rien sur les familles. Inutile d’y répondre.',
  ar: 'هذه الرسالة من Trama ولا تحتوي شيئًا عن الأسر. لا حاجة للردّ عليها.',
};

/** `origin` is where our pages are: links begin with it. */
export function renderLetter(words: Words, language: ScreenLanguage, origin: string): Rendered {
  const { subject, paragraphs, link, footnote } = words;
  const address = link && `${origin}${link.path}`;
  const small = [...(footnote === undefined ? [] : [footnote]), ending[language]];
  const text = [
    ...paragraphs,
    ...(link ? [`${link.label}:\n${address}`] : []),
    `-- \n${small.join('\n')}`,
  ].join('\n\n');
  const html = [
    '<!doctype html>',
    `<html lang="${language}" dir="${directionOf(language)}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font: 16px/1.5 sans-serif; max-width: 36em; margin: 1em auto; padding: 0 1em">',
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(link && address ? [`<p><a href="${escaped(address)}">${escaped(link.label)}</a></p>`] : []),
    ...small.map((line) => `<p style="font-size: 13px; color: #555">${escaped(line)}</p>`),
    '</body></html>',
  ].join('\n');
  return { subject, text: `${text}\n`, html };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
