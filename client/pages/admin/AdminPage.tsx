/** Accounts, invitations and bodies of the network. No case content anywhere here. */
import '../pages.css';
import { Navigate, useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Accounts } from './Accounts.tsx';
import { BodiesAdmin } from './BodiesAdmin.tsx';
import { Invitations } from './Invitations.tsx';

const sections = ['accounts', 'invitations', 'bodies'] as const;

export default function AdminPage(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const params = useParams();
  const section = () => sections.find((name) => name === params.section) ?? 'accounts';
  return (
    <Page>
      <Show when={me().function === 'admin'} fallback={<Refused />}>
        <header class="top">
          <PageHeading>{t('admin.title')}</PageHeading>
        </header>
        <Tabs
          label={t('admin.title')}
          tabs={[
            ...sections.map((name) => ({ href: `/admin/${name}`, label: t(`admin.${name}`) })),
            { href: '/admin/calendar', label: t('app.calendar') },
          ]}
        />
        <Switch>
          <Match when={!params.section}>
            <Navigate href="/admin/accounts" />
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
        </Switch>
      </Show>
    </Page>
  );
}
