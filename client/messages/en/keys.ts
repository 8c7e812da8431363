/** What `?` tells: which keys do what. */
import type { keys as source } from '../it/keys.ts';
import type { Translation } from '../translation.ts';

export const keys = {
  intro: 'Everything works without a mouse.',
  anywhere: 'Anywhere',
  go: 'Go to',
  palette: 'Search or go elsewhere',
  help: 'These keys',
  close: 'Close what is open',
  band: 'Walk along the thousand days',
  after: 'then',
} satisfies Translation<typeof source>;
