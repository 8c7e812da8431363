import type { fields as source } from '../it/fields.ts';
import type { Translation } from '../translation.ts';

export const fields = {
  tooShort: 'Too short: write a little more.',
  tooLong: 'Too long: shorten it.',
  format: 'Not written as needed: check it.',
  missing: 'Choose or write something here.',
  date: 'Choose a date.',
  person: 'Choose a person from the list.',
  body: 'Choose a body from the list.',
  reason: 'Why',
  reasonHint: 'A few words: whoever works with the household will read them.',
  reasonMissing: 'Write the reason, even in a few words.',
  past: 'This day has passed: choose today or later.',
  future: 'This day has not come yet.',
  tooFar: 'Too far ahead: at most 300 days from today.',
  tooEarly: 'While the referral is under way it has no outcome.',
  unknown: 'It’s no longer there: choose again.',
  notInTeam: 'Add this person to the team first.',
  cannotJoin: 'This function doesn’t join teams.',
  isTutor: 'This person is the tutor already.',
  notTutor: 'It has to be somebody who is a tutor in the network.',
  isLead: 'The regia is theirs already.',
  taken: 'It exists already: use another.',
} satisfies Translation<typeof source>;
