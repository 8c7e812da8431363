/**
 * A conference: who is in the room, the agenda, the minutes everybody writes, the decisions and what becomes of them.
 * `F` follows the minute-taker, `H` raises the hand; on a decision `C` makes a task, `I` a referral, `G` a goal, `R` a
 * proposal of the regia, `N` says that it needs nothing.
 */
import './conferences.css';
import './conference-room.css';
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
import { useAnnounce } from '../../ui/announce.tsx';
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
import { AfterConference } from './closing/AfterConference.tsx';
import { FrozenNote } from './closing/FrozenNote.tsx';
import { FloorStrip } from './FloorStrip.tsx';
import { createFloor } from './floor.ts';
import { createFollow } from './follow.ts';
import { createGuests, GuestsPart, GuestWordsWaiting } from './GuestsPart.tsx';
import { createHall } from './hall.ts';
import { MakeGoalDialog } from './MakeGoalDialog.tsx';
import { MinutesBar, PointOffer } from './MinutesBar.tsx';
import { createPanes, PaneTabs } from './Panes.tsx';
import { PeopleStrip } from './PeopleStrip.tsx';
import { createPresenceNews } from './presence-news.ts';
import { createVideo, type Video, VideoFrame, VideoLinks } from './VideoRoom.tsx';

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
  const video = createVideo(() => props.conference);
  // A change of access opens the minutes anew; the rest of the record changes under an open document.
  const link = () =>
    props.conference.minutes && `${props.conference.minutes.documentId} ${props.conference.minutes.access}`;
  const when = () =>
    [formats().date(props.conference.start, 'weekday'), formats().time(props.conference.start)].join(' · ');
  return (
    <div class="cf">
      <div class="cf-top">
        <div class="cf-t">
          <PageHeading title={`${props.conference.title} · ${room.household().name}`}>
            {props.conference.title}
          </PageHeading>
          <span class="soft">
            <A href={`${room.base}/conferences`} dir="auto">
              {room.household().name}
            </A>
            {` · ${when()}`}
          </span>
        </div>
        <ConferenceActs conference={props.conference} video={<VideoLinks video={video} />} />
        <AfterConference conference={props.conference} part="bar" />
      </div>
      <Switch>
        <Match when={link()} keyed>
          {(_) => (
            <Show when={props.conference.minutes}>
              {(minutes) => (
                <WithMinutes conference={props.conference} minutes={{ ...minutes() }} video={video} />
              )}
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
      <VideoFrame video={video} />
    </div>
  );
}

function WithMinutes(props: {
  conference: Conference;
  minutes: NonNullable<Conference['minutes']>;
  video: Video;
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
  const { t } = useMessages();
  const me = useMe();
  const room = useRoom();
  const announce = useAnnounce();
  const conference = () => props.conference;
  const acts = createTextActs(room, { document: 'minutes', conferenceId: props.conference.id });
  const mediator = createAskMediator(
    () => props.shared,
    () => undefined,
  );
  const [handle, setHandle] = createSignal<MinutesHandle>();
  const [decisions, setDecisions] = createSignal<readonly DecisionInText[]>([]);
  const [current, setCurrent] = createSignal<string>();
  const [wide, setWide] = createSignal(false);
  const hall = createHall(conference, props.shared);
  const floor = createFloor(conference);
  const guests = createGuests(conference, props.shared.presence.guests);
  const panes = createPanes();
  createPresenceNews(hall.people);
  const follow = createFollow(
    handle,
    () => props.conference.minuteTaker.id,
    () => announce(t('room.saidFollowEnd')),
  );
  const editable = () => props.shared.access() === 'write';
  /** Of the point that is open, or else the one at the top of the screen. */
  const openSection = () => {
    const open = props.conference.floor?.pointId;
    return open === undefined ? current() : `agenda-${open}`;
  };
  const inMinutes = (run: (text: MinutesHandle) => void) => {
    panes.show('minutes');
    const text = handle();
    if (text) run(text);
  };
  return (
    <>
      <PeopleStrip
        conference={props.conference}
        hall={hall}
        onGo={(id) => inMinutes((text) => text.goToPerson(id))}
      >
        <FloorStrip conference={props.conference} floor={floor} />
      </PeopleStrip>
      <PaneTabs panes={panes} left={decisions().length} />
      <div class="panes" data-pane={panes.shown()} data-wide={wide() ? '' : undefined} ref={panes.place}>
        <AgendaPane
          conference={props.conference}
          hall={hall}
          floor={floor}
          current={current()}
          onGo={(pointId) => inMinutes((text) => text.goToSection(`agenda-${pointId}`))}
        >
          <GuestsPart guests={guests} />
        </AgendaPane>
        <section class="pane mn" aria-label={t('conferences.minuteTaker')}>
          <div class="mn-top">
            <GuestWordsWaiting
              guests={guests}
              onTake={(by, text) => handle()?.addWords(by, text, openSection())}
            />
            <MinutesBar
              conference={props.conference}
              hall={hall}
              follow={follow}
              handle={handle()}
              editable={editable()}
              current={current()}
              frozen={<FrozenNote conference={props.conference} />}
              papers={<DocumentBar shared={props.shared} title={props.conference.title} brief />}
            />
            <PointOffer
              conference={props.conference}
              current={current()}
              sees={(pointId) => handle()?.seesSection(`agenda-${pointId}`) ?? false}
              onGo={(pointId) => handle()?.showSection(`agenda-${pointId}`)}
            />
          </div>
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
          <AfterConference conference={props.conference} part="addenda" />
        </section>
        <ContextPane
          conference={props.conference}
          decisions={decisions()}
          editable={editable()}
          wide={wide()}
          onWide={setWide}
          onDecision={(id) => inMinutes((text) => text.goToDecision(id))}
          onTask={(id) => handle()?.makeTask(id)}
          onReferral={(id) => handle()?.makeReferral(id)}
          onGoal={(id) => handle()?.makeGoal(id)}
          onLead={(id) => handle()?.proposeLead(id)}
          onSettle={(id, settled) => handle()?.settle(id, settled)}
        />
      </div>
      <TextDialogs acts={acts} />
      <MakeGoalDialog make={acts.goalMake()} onClose={acts.close} />
      <mediator.Dialog />
      <Show when={room.household().can.proposeLead}>
        <ProposeLeadDialog
          open={acts.leadMake() !== undefined}
          onClose={acts.close}
          onMade={() => acts.leadMake()?.()}
        />
      </Show>
    </>
  );
}
