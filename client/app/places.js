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
const withCases = [
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
const workers = [
    ...withCases.filter((name) => name !== 'family'),
    'volunteer',
    'coordinator',
    'auditor',
    'admin',
];
const places = [
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
        functions: ['call_centre', 'protection'],
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
export const placesFor = (person) => places.filter((place) => !place.functions || place.functions.includes(person.function));
/** The letter of a key code: `KeyT` → `T`. */
export const letterOf = (place) => place.code.slice('Key'.length);
