/** The head of everything under administration: its name and its sections, the calendar's rules among them. */
import type { JSX } from 'solid-js';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

/** The coordination and the desks load families from files; the rest is for the administration. */
const sections = ['accounts', 'invitations', 'bodies', 'data'] as const;
const withData: readonly PersonFunction[] = ['admin', 'coordinator', 'desk'];
const withCalendar: readonly PersonFunction[] = ['admin', 'coordinator'];

export const sectionsFor = (reader: PersonFunction): readonly (typeof sections)[number][] =>
  sections.filter((name) => (name === 'data' ? withData.includes(reader) : reader === 'admin'));

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
            label: t(`admin.${name}`),
          })),
          ...(withCalendar.includes(me().function)
            ? [{ href: '/admin/calendar', label: t('app.calendar') }]
            : []),
        ]}
      />
    </>
  );
}
