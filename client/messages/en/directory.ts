import type { directory as source } from '../it/directory.ts';
import type { Translation } from '../translation.ts';

export const directory = {
  title: 'Directory',
  bodies: 'Bodies',
  people: 'People',
  search: 'Search a body or a person',
  anySector: 'Any sector',
  sector: 'Sector',
  public: 'public',
  nothing: 'Nobody by these words',
  nothingNext: 'Try part of the name, or clear the filter.',
  count: '{count, plural, one {# body} other {# bodies}}',
  peopleCount: '{count, plural, one {# person} other {# people}}',
  resources: 'What it offers',
  languages: 'Languages',
  hours: 'Hours',
  district: 'District {n}',
  details: 'About {name}',
  findPerson: 'Type a name',
  findBody: 'Type the name of a body',
} satisfies Translation<typeof source>;
