import type { fields as source } from '../it/fields.ts';
import type { Translation } from '../translation.ts';

export const fields = {
  tooShort: 'Too short: write a little more.',
  missing: 'Choose or write something here.',
  date: 'Choose a date.',
  person: 'Choose a person from the list.',
  body: 'Choose a body from the list.',
  reason: 'Why',
  reasonHint: 'A few words: whoever works with the household will read them.',
  reasonMissing: 'Write the reason, even in a few words.',
} satisfies Translation<typeof source>;
