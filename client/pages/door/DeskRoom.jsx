/** A desk's room: visits without a name, practices, first orientation, and what was forwarded (A1, C1, C2). */
import { Navigate, useParams } from '@solidjs/router';
import { Match, Switch } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Contacts } from './Contacts.tsx';
import Forwarded from './Forwarded.tsx';
import { Orientation } from './Orientation.tsx';
import { Practices } from './Practices.tsx';
import { ReportForm } from './ReportForm.tsx';
export default function DeskRoom() {
    const { t } = useMessages();
    const params = useParams();
    const section = () => params.section ?? '';
    return (<>
      <header class="top">
        <PageHeading>{t('desks.deskTitle')}</PageHeading>
        <div class="top-a">
          <ButtonLink href="/door/new">{t('door.new')}</ButtonLink>
        </div>
      </header>
      <Tabs label={t('desks.deskTitle')} tabs={[
            { href: '/door/contacts', label: t('desks.tab.contacts') },
            { href: '/door/practices', label: t('desks.tab.practices') },
            { href: '/door/orientation', label: t('desks.tab.orientation') },
            { href: '/door/forwarded', label: t('door.tab.forwarded') },
        ]}/>
      <Switch fallback={<Navigate href="/door/contacts"/>}>
        <Match when={section() === 'contacts'}>
          <Contacts />
        </Match>
        <Match when={section() === 'practices'}>
          <Practices />
        </Match>
        <Match when={section() === 'orientation'}>
          <Orientation />
        </Match>
        <Match when={section() === 'forwarded'}>
          <Forwarded />
        </Match>
        <Match when={section() === 'new'}>
          <h2 class="door-h">{t('door.phoneForm')}</h2>
          <ReportForm />
        </Match>
      </Switch>
    </>);
}
