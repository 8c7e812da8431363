/** The places of the rail, and who finds them there. Convenience only: what each may open, the server decides. */
import type { Component, JSX } from 'solid-js';
import IconShelter from '~icons/lucide/bed-double';
import IconDirectory from '~icons/lucide/book-user';
import IconToday from '~icons/lucide/calendar-check';
import IconNumbers from '~icons/lucide/chart-no-axes-column';
import IconActivity from '~icons/lucide/history';
import IconHouseholds from '~icons/lucide/house';
import IconDoor from '~icons/lucide/inbox';
import IconMediation from '~icons/lucide/languages';
import IconCaseload from '~icons/lucide/layers';
import IconTasks from '~icons/lucide/list-checks';
import IconNetwork from '~icons/lucide/map-pinned';
import IconAdmin from '~icons/lucide/settings-2';
import IconConferences from '~icons/lucide/users-round';
import type { PersonFunction } from '../../shared/person-function.ts';
import type { MessageKey } from '../messages/translate.ts';

export type Place = {
  readonly href: string;
  readonly label: MessageKey;
  readonly icon: Component<JSX.SvgSVGAttributes<SVGSVGElement>>;
  /** `g` then this key goes there, wherever the letter stands on the keyboard's own layout. */
  readonly code: `Key${string}`;
  /** Everybody unless listed. */
  readonly functions?: readonly PersonFunction[];
};

const withCases: readonly PersonFunction[] = [
  'tutor',
  'mediator',
  'social',
  'health',
  'education',
  'protection',
  'partner',
  'family',
  'desk',
  'call_centre',
];

/** The network is everybody's who works in it; a family has its own page. */
const workers: readonly PersonFunction[] = [
  ...withCases.filter((name) => name !== 'family'),
  'volunteer',
  'coordinator',
  'auditor',
  'admin',
];

const places: readonly Place[] = [
  { href: '/', label: 'app.today', icon: IconToday, code: 'KeyT' },
  { href: '/door', label: 'app.door', icon: IconDoor, code: 'KeyI', functions: ['call_centre'] },
  { href: '/door', label: 'app.desk', icon: IconDoor, code: 'KeyI', functions: ['desk'] },
  { href: '/households', label: 'app.households', icon: IconHouseholds, code: 'KeyH', functions: withCases },
  {
    href: '/caseload',
    label: 'app.caseload',
    icon: IconCaseload,
    code: 'KeyO',
    functions: ['tutor', 'coordinator'],
  },
  {
    href: '/tasks',
    label: 'app.tasks',
    icon: IconTasks,
    code: 'KeyK',
    functions: [...withCases, 'volunteer'],
  },
  {
    href: '/conferences',
    label: 'app.conferences',
    icon: IconConferences,
    code: 'KeyC',
    functions: withCases,
  },
  // After what they open every day: a phone's bar has room for five.
  { href: '/door', label: 'app.desk', icon: IconDoor, code: 'KeyI', functions: ['tutor'] },
  {
    href: '/door',
    label: 'app.door',
    icon: IconDoor,
    code: 'KeyI',
    functions: ['social', 'health', 'education'],
  },
  {
    href: '/mediation',
    label: 'app.mediation',
    icon: IconMediation,
    code: 'KeyL',
    functions: ['mediator', 'coordinator'],
  },
  {
    href: '/shelter',
    label: 'app.shelter',
    icon: IconShelter,
    code: 'KeyS',
    functions: ['call_centre', 'protection', 'coordinator'],
  },
  { href: '/network', label: 'app.network', icon: IconNetwork, code: 'KeyN', functions: workers },
  { href: '/directory', label: 'app.directory', icon: IconDirectory, code: 'KeyD' },
  {
    href: '/numbers',
    label: 'app.numbers',
    icon: IconNumbers,
    code: 'KeyU',
    functions: ['coordinator', 'admin', 'auditor', 'call_centre', 'tutor'],
  },
  {
    href: '/activity',
    label: 'app.activity',
    icon: IconActivity,
    code: 'KeyA',
    functions: ['auditor', 'admin'],
  },
  {
    href: '/admin',
    label: 'app.admin',
    icon: IconAdmin,
    code: 'KeyM',
    functions: ['admin', 'coordinator', 'desk'],
  },
];

export const placesFor = (person: { function: PersonFunction }): readonly Place[] =>
  places.filter((place) => !place.functions || place.functions.includes(person.function));

/** The letter of a key code: `KeyT` → `T`. */
export const letterOf = (place: Place): string => place.code.slice('Key'.length);
