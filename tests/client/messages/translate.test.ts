import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../client/messages/errors.ts';
import { createFormats } from '../../../client/messages/formats.ts';
import { chooseLanguage, directionOf } from '../../../client/messages/languages.ts';
import type { MessageKey } from '../../../client/messages/translate.ts';
import { speaking } from '../../support/words.ts';

const t = await speaking('it');
const inArabic = await speaking('ar');

describe('choosing a language (X16)', () => {
  it('X16: a wish we don’t speak is passed over for the next one', () => {
    expect(chooseLanguage([null, 'ro-RO', 'fr-CH', 'en'])).toBe('fr');
  });

  it('X16: without a wish we speak, the screens are in Italian', () => {
    expect(chooseLanguage(['zh-CN', undefined])).toBe('it');
    expect(chooseLanguage([])).toBe('it');
  });

  it('X16: Arabic is written from right to left', () => {
    expect([directionOf('ar'), directionOf('it')]).toEqual(['rtl', 'ltr']);
  });
});

describe('messages (X16)', () => {
  it('X16: an unknown key shows itself, never a blank', () => {
    expect(t('app.nothingLikeIt' as MessageKey)).toBe('app.nothingLikeIt'); // what only a cast can ask for
    expect(t('nowhere.at.all' as MessageKey)).toBe('nowhere.at.all');
  });

  it('X16: plurals follow the language', () => {
    expect(t('app.offlineUnsaved', { count: 1 })).toBe('Non in linea: 1 modifica aspetta qui');
    expect(t('app.offlineUnsaved', { count: 4 })).toBe('Non in linea: 4 modifiche aspettano qui');
    expect(inArabic('app.offlineUnsaved', { count: 2 })).toBe('غير متصل: تعديلان ينتظران هنا');
  });

  it('X16: a message with an apostrophe before a value keeps both', () => {
    expect(t('session.demoEnter', { name: 'D’Angelo' })).toBe('Entra come D’Angelo');
  });

  it('X16: too many tries says how long to wait, when the server said so', () => {
    expect(errorWords(t, 'slow-down').next).toBe('Aspetta un momento, poi riprova.');
    expect(errorWords(t, 'slow-down', 11.2).next).toBe('Riprova fra 12 secondi.');
  });
});

describe('dates and money (X16)', () => {
  const it_ = createFormats('it');

  it('X16: a calendar day is never shifted by a time zone', () => {
    expect(it_.date('2026-11-04', 'long')).toBe('4 novembre 2026');
  });

  it('X16: an instant is shown in Rome, across midnight and summer time', () => {
    expect(it_.date('2026-07-01T22:30:00.000Z')).toBe('2 lug');
    expect(it_.time('2026-07-01T22:30:00.000Z')).toBe('00:30');
    expect(it_.time('2026-12-01T22:30:00.000Z')).toBe('23:30');
  });

  it('X16: days near today are said in words, far ones by date', () => {
    expect(it_.relativeDay('2026-11-20', '2026-11-21')).toBe('ieri');
    expect(it_.relativeDay('2026-11-24', '2026-11-21')).toBe('tra 3 giorni');
    expect(it_.relativeDay('2026-12-10', '2026-11-21')).toBe('10 dic');
    expect(it_.relativeDay('2027-06-10', '2026-11-21')).toBe('10 giu 2027');
  });

  it('X16: late at night "yesterday" follows the day in Rome', () => {
    expect(it_.relativeTime('2026-11-20T22:30:00.000Z', '2026-11-20T23:30:00.000Z')).toBe('ieri');
  });

  it('X16: cents become euro, whole when whole', () => {
    expect(it_.cents(18_000).replace(/\s/gu, ' ')).toBe('180 €');
    expect(it_.cents(18_050).replace(/\s/gu, ' ')).toBe('180,50 €');
  });

  it('X16: Arabic keeps the digits of the services’ papers', () => {
    expect(createFormats('ar').date('2026-06-10')).toBe('10 يونيو');
  });
});
