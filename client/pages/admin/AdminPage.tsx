/** Accounts, invitations and bodies of the network. No case content anywhere here. */
import '../pages.css';
import { Navigate, useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ProgrammesPart } from '../caseload/ProgrammesPart.tsx';
import { Accounts } from './Accounts.tsx';
import { BodiesAdmin } from './BodiesAdmin.tsx';
import { ChronicityPart } from './ChronicityPart.tsx';
import { DataAdmin } from './DataAdmin.tsx';
import { Invitations } from './Invitations.tsx';
import { SilencePart } from './SilencePart.tsx';

/** The coordination and the desks load families from files; the rest is for the administration. */
const sections = ['accounts', 'invitations', 'bodies', 'programmes', 'thresholds', 'data'] as const;
const withData: readonly PersonFunction[] = ['admin', 'coordinator', 'desk'];

export default function AdminPage(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const params = useParams();
  const mine = () =>
    sections.filter((name) =>
      name === 'data'
        ? withData.includes(me().function)
        : me().function === 'admin' || (name === 'thresholds' && me().function === 'coordinator'),
    );
  const section = () => mine().find((name) => name === params.section);
  return (
    <Page>
      <Show when={mine().length > 0} fallback={<Refused />}>
        <header class="top">
          <PageHeading>{t('admin.title')}</PageHeading>
        </header>
        <Tabs
          label={t('admin.title')}
          tabs={[
            ...mine().map((name) => ({
              href: `/admin/${name}`,
              label:
                name === 'programmes' || name === 'thresholds' ? t(`keep.admin.${name}`) : t(`admin.${name}`),
            })),
            { href: '/admin/calendar', label: t('app.calendar') },
          ]}
        />
        <Switch>
          <Match when={section() === undefined}>
            <Navigate href={`/admin/${mine()[0]}`} />
          </Match>
          <Match when={section() === 'accounts'}>
            <Accounts />
          </Match>
          <Match when={section() === 'invitations'}>
            <Invitations />
          </Match>
          <Match when={section() === 'bodies'}>
            <BodiesAdmin />
          </Match>
          <Match when={section() === 'programmes'}>
            <ProgrammesPart />
          </Match>
          <Match when={section() === 'thresholds'}>
            <SilencePart />
            <ChronicityPart />
          </Match>
          <Match when={section() === 'data'}>
            <DataAdmin />
          </Match>
        </Switch>
      </Show>
    </Page>
  );
}
