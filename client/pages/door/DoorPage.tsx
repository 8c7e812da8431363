/** The door: reports for the call centre, visits and practices for a desk, what was forwarded for everybody else. */
import '../pages.css';
import './door.css';
import { Navigate, useParams } from '@solidjs/router';
import { type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { ReportId } from '../../../shared/ids.ts';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { deskFunctions } from '../../../shared/records/desk-contacts.ts';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { Answered } from '../../api/Answered.tsx';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { createPagedRead } from '../../api/read-pages.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState, Loading, Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { MoreButton } from '../MoreButton.tsx';
import { Outcome } from './Outcome.tsx';
import { Queue } from './Queue.tsx';
import { ReportCase } from './ReportCase.tsx';

const worksAtDesks = (name: PersonFunction): boolean => deskFunctions.some((one) => one === name);

const DeskRoom = lazy(() => import('./DeskRoom.tsx'));
const Forwarded = lazy(() => import('./Forwarded.tsx'));
const ReportForm = lazy(async () => ({ default: (await import('./ReportForm.tsx')).ReportForm }));
const Senders = lazy(() => import('./Senders.tsx'));
const Numbers = lazy(() => import('./Numbers.tsx'));

export default function DoorPage(): JSX.Element {
  const me = useMe();
  const opens = () => reportEndpoints.forwarded.policy;
  const receives = () => {
    const policy = opens();
    return policy.kind === 'functions' && policy.functions.includes(me().function);
  };
  return (
    <Page>
      <Suspense fallback={<Loading lines={6} />}>
        <Switch fallback={<Refused />}>
          <Match when={me().function === 'call_centre'}>
            <CallCentre />
          </Match>
          <Match when={worksAtDesks(me().function)}>
            <DeskRoom />
          </Match>
          <Match when={receives()}>
            <Forwarded heading />
          </Match>
        </Switch>
      </Suspense>
    </Page>
  );
}

const sections = ['waiting', 'triaged', 'senders', 'numbers'] as const;

function CallCentre(): JSX.Element {
  const { t } = useMessages();
  const params = useParams();
  const path = () => (params.section ?? '').split('/');
  const section = () => path()[0] ?? '';
  return (
    <>
      <header class="top">
        <PageHeading>{t('door.title')}</PageHeading>
        <div class="top-a">
          <ButtonLink kind="primary" href="/door/new">
            {t('door.new')}
          </ButtonLink>
        </div>
      </header>
      <Tabs
        label={t('door.title')}
        tabs={sections.map((name) => ({ href: `/door/${name}`, label: t(`door.tab.${name}`) }))}
      />
      <Switch fallback={<Navigate href="/door/waiting" />}>
        <Match when={section() === 'waiting'}>
          <Reports state="waiting" chosen={path()[1]} />
        </Match>
        <Match when={section() === 'triaged'}>
          <Reports state="triaged" chosen={path()[1]} />
        </Match>
        <Match when={section() === 'new'}>
          <h2 class="door-h">{t('door.phoneForm')}</h2>
          <ReportForm />
        </Match>
        <Match when={section() === 'senders'}>
          <Senders />
        </Match>
        <Match when={section() === 'numbers'}>
          <Numbers />
        </Match>
      </Switch>
    </>
  );
}

function Reports(props: { state: 'waiting' | 'triaged'; chosen: string | undefined }): JSX.Element {
  const { t } = useMessages();
  const list = createPagedRead(() => ({
    key: [...keys.reports, props.state],
    page: (after, signal) =>
      call(reportEndpoints.list, { query: { state: props.state, after, limit: 50 } }, signal),
  }));
  // The one in the address, also after triage took it out of the list; else the first that waits.
  const chosen = () => ReportId.safeParse(props.chosen).data ?? list.value()?.items[0]?.id;
  const empty = () => (
    <EmptyState title={props.state === 'waiting' ? t('door.none') : t('door.noneTriaged')}>
      {props.state === 'waiting' ? t('door.noneNext') : undefined}
    </EmptyState>
  );
  return (
    <Answered read={list} lines={8}>
      {(answer) => (
        <Show when={chosen()} keyed fallback={empty()}>
          {(id) => (
            <div class="door">
              <div>
                <Queue rows={answer().items} section={props.state} current={id} />
                <MoreButton read={list} />
              </div>
              <OneReport id={id} />
            </div>
          )}
        </Show>
      )}
    </Answered>
  );
}

function OneReport(props: { id: ReportId }): JSX.Element {
  const read = createRead(reportEndpoints.get, () => ({
    key: [...keys.reports, 'one', props.id],
    input: { params: { reportId: props.id } },
  }));
  return (
    <Answered read={read} lines={8}>
      {(report) => (
        <>
          <ReportCase report={report()} corrections={report().corrections} compare />
          <Show when={report().version} keyed>
            <Outcome report={report()} />
          </Show>
        </>
      )}
    </Answered>
  );
}
