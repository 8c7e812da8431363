/** A desk's room: visits without a name, practices, first orientation, and what was forwarded (A1, C1, C2). */
import { Navigate, useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Contacts } from './Contacts.tsx';
import Forwarded from './Forwarded.tsx';
import { Orientation } from './Orientation.tsx';
import { Practices } from './Practices.tsx';
import { ReportForm } from './ReportForm.tsx';

/** A tutor works at desks, but takes no reports. */
const receives = (name: PersonFunction): boolean => {
  const { policy } = reportEndpoints.receive;
  return policy.kind === 'functions' && policy.functions.includes(name);
};

export default function DeskRoom(): JSX.Element {
  const me = useMe();
  const { t } = useMessages();
  const params = useParams();
  const section = () => params.section ?? '';
  return (
    <>
      <header class="top">
        <PageHeading>{t('desks.deskTitle')}</PageHeading>
        <div class="top-a">
          <Show when={receives(me().function)}>
            <ButtonLink href="/door/new">{t('door.new')}</ButtonLink>
          </Show>
        </div>
      </header>
      <Tabs
        label={t('desks.deskTitle')}
        tabs={[
          { href: '/door/contacts', label: t('desks.tab.contacts') },
          { href: '/door/practices', label: t('desks.tab.practices') },
          { href: '/door/orientation', label: t('desks.tab.orientation') },
          { href: '/door/forwarded', label: t('door.tab.forwarded') },
        ]}
      />
      <Switch fallback={<Navigate href="/door/contacts" />}>
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
        <Match when={section() === 'new' && receives(me().function)}>
          <h2 class="door-h">{t('door.phoneForm')}</h2>
          <ReportForm />
        </Match>
      </Switch>
    </>
  );
}
