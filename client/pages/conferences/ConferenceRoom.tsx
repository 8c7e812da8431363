/**
 * A conference: who is in the room, the agenda, the minutes everybody writes, the decisions and what becomes of them.
 * `C` makes the decision one stands on a task, `I` a referral, `R` a proposal of the regia.
 */
import './conferences.css';
import { A } from '@solidjs/router';
import { createSignal, type JSX, Match, Show, Switch, untrack } from 'solid-js';
import type { DecisionInText } from '../../../shared/documents/minutes.ts';
import { ConferenceId } from '../../../shared/ids.ts';
import { type Conference, conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { createDocument } from '../../collab/collab.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { MinutesEditor, type MinutesHandle } from '../../editor/MinutesEditor.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { EmptyState, Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { DocumentBar } from '../households/DocumentBar.tsx';
import { useRoom } from '../households/household-room.tsx';
import { TextDialogs } from '../households/TextDialogs.tsx';
import { createTextActs } from '../households/text-acts.ts';
import { ProposeLeadDialog } from '../lead/ProposeLeadDialog.tsx';
import { createAskMediator } from '../translations/AskMediator.tsx';
import { AgendaPane } from './AgendaPane.tsx';
import { ConferenceActs } from './ConferenceActs.tsx';
import { ContextPane } from './ContextPane.tsx';
import { createFollow } from './follow.ts';
import { PeopleStrip } from './PeopleStrip.tsx';

export default function ConferenceRoom(props: { id: string }): JSX.Element {
  const room = useRoom();
  const id = () => ConferenceId.safeParse(props.id).data;
  return (
    <Show
      when={id()}
      keyed
      fallback={
        <Page>
          <Refused />
        </Page>
      }
    >
      {(conferenceId) => <OneConference id={conferenceId} householdId={room.household().id} />}
    </Show>
  );
}

function OneConference(props: { id: ConferenceId; householdId: Conference['household']['id'] }): JSX.Element {
  const read = createRead(conferenceEndpoints.get, () => ({
    key: householdKey(props.householdId, 'conferences', props.id),
    input: { params: { householdId: props.householdId, conferenceId: props.id } },
  }));
  return (
    <Show
      when={read.value()}
      fallback={
        <Page>
          <Answered read={read} page lines={8}>
            {() => null}
          </Answered>
        </Page>
      }
    >
      {(conference) => <Held conference={conference()} />}
    </Show>
  );
}

function Held(props: { conference: Conference }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const [big, setBig] = createSignal(false);
  // A change of access opens the minutes anew; the rest of the record changes under an open document.
  const link = () =>
    props.conference.minutes && `${props.conference.minutes.documentId} ${props.conference.minutes.access}`;
  const when = () =>
    `${formats().date(props.conference.start, 'weekday')}, ${formats().time(props.conference.start)}`;
  return (
    <div class="cf" data-big={big() ? '' : undefined}>
      <div class="cf-top">
        <div class="cf-t">
          <PageHeading title={`${props.conference.title} · ${room.household().name}`}>
            {props.conference.title}
          </PageHeading>
          <span class="soft">
            <A href={`${room.base}/conferences`} dir="auto">
              {room.household().name}
            </A>
            , {when()}
          </span>
        </div>
        <ConferenceActs conference={props.conference} big={big()} onBig={setBig} />
      </div>
      <Switch>
        <Match when={link()} keyed>
          {(_) => (
            <Show when={props.conference.minutes}>
              {(minutes) => <WithMinutes conference={props.conference} minutes={{ ...minutes() }} />}
            </Show>
          )}
        </Match>
        <Match when={!link()}>
          <Page>
            <EmptyState size="part" title={t('households.notThere')}>
              {t('conferences.noMinutes')}
            </EmptyState>
          </Page>
        </Match>
      </Switch>
    </div>
  );
}

function WithMinutes(props: {
  conference: Conference;
  minutes: NonNullable<Conference['minutes']>;
}): JSX.Element {
  const room = useRoom();
  const request = untrack(() => ({
    ...props.minutes,
    kind: 'minutes' as const,
    label: room.household().name,
  }));
  const minutes = createDocument(() => request);
  return (
    <Show when={minutes()} keyed>
      {(shared) => <OpenMinutes conference={props.conference} shared={shared} />}
    </Show>
  );
}

function OpenMinutes(props: { conference: Conference; shared: SharedDocument }): JSX.Element {
  const { t, formats } = useMessages();
  const me = useMe();
  const room = useRoom();
  const acts = createTextActs(room, { document: 'minutes', conferenceId: props.conference.id });
  const mediator = createAskMediator(
    () => props.shared,
    () => undefined,
  );
  const [handle, setHandle] = createSignal<MinutesHandle>();
  const [decisions, setDecisions] = createSignal<readonly DecisionInText[]>([]);
  const [current, setCurrent] = createSignal<string>();
  const [proposing, setProposing] = createSignal(false);
  const follow = createFollow(handle, () => props.conference.minuteTaker.id);
  return (
    <>
      <PeopleStrip
        shared={props.shared}
        conference={props.conference}
        onGo={(id) => handle()?.goToPerson(id)}
        following={follow.following()}
        onFollow={follow.toggle}
      />
      <div class="panes">
        <AgendaPane
          conference={props.conference}
          shared={props.shared}
          current={current()}
          onGo={(pointId) => handle()?.goToSection(`agenda-${pointId}`)}
        />
        <section class="pane mn" aria-label={t('conferences.minuteTaker')}>
          <Show when={props.conference.frozenAt}>
            {(at) => (
              <p class="frozen-note">
                {t('conferences.frozenOn', { date: formats().dateTime(at()) })}. {t('conferences.hash')}{' '}
                <code dir="ltr">{props.conference.frozenHash}</code>
              </p>
            )}
          </Show>
          <DocumentBar shared={props.shared} title={props.conference.title} />
          <MinutesEditor
            shared={props.shared}
            me={{ id: me().id, name: me().name }}
            label={`${t('conferences.minuteTaker')}: ${props.conference.title}`}
            {...acts.records}
            onAskMediator={mediator.ask}
            onDecisionsChange={setDecisions}
            onSectionInView={setCurrent}
            onReady={setHandle}
          />
        </section>
        <ContextPane
          conference={props.conference}
          decisions={decisions()}
          editable={props.shared.access() === 'write'}
          onDecision={(id) => handle()?.goToDecision(id)}
          onTask={(id) => handle()?.makeTask(id)}
          onReferral={(id) => handle()?.makeReferral(id)}
          onLead={() => setProposing(true)}
        />
      </div>
      <TextDialogs acts={acts} />
      <mediator.Dialog />
      <Show when={room.household().can.proposeLead}>
        <ProposeLeadDialog open={proposing()} onClose={() => setProposing(false)} />
      </Show>
    </>
  );
}
