/** The head of everything under administration: its name and its sections, the calendar's rules among them. */
import type { JSX } from 'solid-js';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

/** The coordination and the desks load families from files; the rest is for the administration. */
const sections = ['accounts', 'invitations', 'bodies', 'programmes', 'thresholds', 'data'] as const;
type Section = (typeof sections)[number];
const withData: readonly PersonFunction[] = ['admin', 'coordinator', 'desk'];
const withCalendar: readonly PersonFunction[] = ['admin', 'coordinator'];

const withThresholds: readonly PersonFunction[] = ['admin', 'coordinator'];

const readersOf = (section: Section): readonly PersonFunction[] => {
  if (section === 'data') return withData;
  return section === 'thresholds' ? withThresholds : ['admin'];
};

export const sectionsFor = (reader: PersonFunction): readonly Section[] =>
  sections.filter((section) => readersOf(section).includes(reader));

export function AdminHead(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  return (
    <>
      <header class="top">
        <PageHeading>{t('admin.title')}</PageHeading>
      </header>
      <Tabs
        label={t('admin.title')}
        tabs={[
          ...sectionsFor(me().function).map((name) => ({
            href: `/admin/${name}`,
            label:
              name === 'programmes' || name === 'thresholds' ? t(`keep.admin.${name}`) : t(`admin.${name}`),
          })),
          ...(withCalendar.includes(me().function)
            ? [
                { href: '/admin/calendar', label: t('app.calendar') },
                { href: '/admin/agendas', label: t('before.templates') },
              ]
            : []),
        ]}
      />
    </>
  );
}
