import type { rights as source } from '../it/rights.ts';
import type { Translation } from '../translation.ts';

export const rights = {
  'right.health': 'Health',
  'right.education': 'Education',
  'right.protection': 'Protection',
  'right.parenthood': 'Parenthood',
  'right.home': 'Home',
  'right.work': 'Work',
  'right.identity': 'Identity',
  title: 'The seven rights',
  children: 'For the children',
  household: 'For the household',
  goals: '{count, plural, one {# goal} other {# goals}}',
  tasks: '{count, plural, one {# task} other {# tasks}}',
  referrals: '{count, plural, one {# referral} other {# referrals}}',
  'state.none': 'to open',
  'state.open': 'under way',
  'state.stuck': 'stuck',
  'state.met': 'met',
  inText: 'in the plan',
  jump: 'Jump to a right',
} satisfies Translation<typeof source>;
