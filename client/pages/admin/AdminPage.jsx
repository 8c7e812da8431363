/** Accounts, invitations and bodies of the network. No case content anywhere here. */
import '../pages.css';
import { Navigate, useParams } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Accounts } from './Accounts.tsx';
import { BodiesAdmin } from './BodiesAdmin.tsx';
import { DataAdmin } from './DataAdmin.tsx';
import { Invitations } from './Invitations.tsx';
/** The coordination and the desks load families from files; the rest is for the administration. */
const sections = ['accounts', 'invitations', 'bodies', 'data'];
const withData = ['admin', 'coordinator', 'desk'];
export default function AdminPage() {
    const { t } = useMessages();
    const me = useMe();
    const params = useParams();
    const mine = () => sections.filter((name) => name === 'data' ? withData.includes(me().function) : me().function === 'admin');
    const section = () => mine().find((name) => name === params.section);
    return (<Page>
      <Show when={mine().length > 0} fallback={<Refused />}>
        <header class="top">
          <PageHeading>{t('admin.title')}</PageHeading>
        </header>
        <Tabs label={t('admin.title')} tabs={[
            ...mine().map((name) => ({ href: `/admin/${name}`, label: t(`admin.${name}`) })),
            { href: '/admin/calendar', label: t('app.calendar') },
        ]}/>
        <Switch>
          <Match when={section() === undefined}>
            <Navigate href={`/admin/${mine()[0]}`}/>
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
          <Match when={section() === 'data'}>
            <DataAdmin />
          </Match>
        </Switch>
      </Show>
    </Page>);
}
