import type { directory as source } from '../it/directory.ts';
import type { Translation } from '../translation.ts';

export const directory = {
  title: 'الدليل',
  bodies: 'الجهات',
  people: 'الأشخاص',
  search: 'ابحث عن جهة أو شخص',
  anySector: 'كل القطاعات',
  sector: 'القطاع',
  public: 'عام',
  nothing: 'لا أحد بهذه الكلمات',
  nothingNext: 'جرّب جزءًا من الاسم أو أزل التصفية.',
  count: '{count, plural, one {جهة واحدة} two {جهتان} few {# جهات} many {# جهة} other {# جهة}}',
  peopleCount: '{count, plural, one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}',
  resources: 'ما تقدمه',
  languages: 'اللغات',
  hours: 'المواعيد',
  district: 'الدائرة {n}',
  details: 'بطاقة {name}',
  findPerson: 'اكتب اسمًا',
  findBody: 'اكتب اسم جهة',
} satisfies Translation<typeof source>;
