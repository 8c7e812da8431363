/**
 * The conference on a wall: minutes in large type that follow the minute-taker, the open point and its time, who speaks,
 * the decisions so far. Nothing can be written here, whoever opened it, and nothing private is on it: no annotations, no
 * context, no menu of one's own, no other family's name.
 */
import './conferences.css';
import './conference-room.css';
import './big-screen.css';
import { useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX, onCleanup, onMount, Show, untrack } from 'solid-js';
import IconLeave from '~icons/lucide/log-out';
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
import { Avatar } from '../../ui/Avatar.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { useRoom } from '../households/household-room.tsx';
import { createTextActs } from '../households/text-acts.ts';
import { FloorTime } from './FloorStrip.tsx';
import { createFloor } from './floor.ts';
import { createFollow } from './follow.ts';
import { createHall, type Hall } from './hall.ts';
import { createWakeLock } from './wake-lock.ts';

export default function BigScreen(props: { id: string }): JSX.Element {
  const room = useRoom();
  const householdId = room.household().id;
  const id = ConferenceId.safeParse(untrack(() => props.id)).data;
  if (!id)
    return (
      <Page>
        <Refused />
      </Page>
    );
  const read = createRead(conferenceEndpoints.get, () => ({
    key: householdKey(householdId, 'conferences', id),
    input: { params: { householdId, conferenceId: id } },
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
      {(conference) => (
        <Show
          when={conference().minutes?.documentId}
          keyed
          fallback={
            <Page>
              <Refused />
            </Page>
          }
        >
          {(documentId) => {
            // Whatever this person may do with the minutes elsewhere.
            const request = { documentId, kind: 'minutes', access: 'read' } as const;
            const minutes = createDocument(() => request);
            return (
              <Show when={minutes()} keyed>
                {(shared) => <Wall conference={conference()} shared={shared} />}
              </Show>
            );
          }}
        </Show>
      )}
    </Show>
  );
}

function Wall(props: { conference: Conference; shared: SharedDocument }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const room = useRoom();
  const navigate = useNavigate();
  const conference = () => props.conference;
  const back = () => `${room.base}/conferences/${props.conference.id}`;
  const hall = createHall(conference, props.shared, 'watching');
  const floor = createFloor(conference);
  const awake = createWakeLock();
  const { records } = createTextActs(room, { document: 'minutes' });
  const [handle, setHandle] = createSignal<MinutesHandle>();
  const [decisions, setDecisions] = createSignal<readonly DecisionInText[]>([]);
  const taker = () => props.conference.minuteTaker;
  const follow = createFollow(
    handle,
    () => taker().id,
    () => undefined,
  );
  whenChanged(handle, (ready) => {
    if (ready && !follow.following()) follow.toggle();
  });
  // Where the minute-taker hasn't put a hand yet, the wall goes to the point that was opened.
  whenChanged(
    () => handle() && floor.around().open?.id,
    (pointId) => {
      const ready = handle();
      if (ready && pointId && follow.following() && !ready.seesPerson(taker().id))
        ready.showSection(`agenda-${pointId}`);
    },
  );
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !follow.following()) navigate(back());
  };
  onMount(() => document.addEventListener('keydown', leave));
  onCleanup(() => document.removeEventListener('keydown', leave));
  return (
    <div class="wall">
      <header class="wall-top">
        <div class="wall-t">
          <PageHeading title={t('room.screenTitle', { title: props.conference.title })}>
            <bdi>{floor.around().open?.title ?? props.conference.title}</bdi>
          </PageHeading>
          <Show when={floor.around().open}>
            <p class="soft" dir="auto">
              {props.conference.title}
            </p>
          </Show>
        </div>
        <FloorTime conference={props.conference} floor={floor} />
        <div class="wall-a">
          <Show when={!follow.following()}>
            <Button small kbd="F" onClick={follow.toggle}>
              {t('room.followAgain', { name: taker().name.split(' ')[0] ?? '' })}
            </Button>
          </Show>
          <ButtonLink small href={back()} icon={<IconLeave class="i i-s turn" aria-hidden="true" />}>
            {t('room.screenLeave')}
          </ButtonLink>
        </div>
      </header>
      <Speaks hall={hall} />
      <div class="wall-b">
        <section class="wall-m" aria-label={t('room.pane.minutes')}>
          <MinutesEditor
            shared={props.shared}
            me={{ id: me().id, name: me().name }}
            label={`${t('conferences.minuteTaker')}: ${props.conference.title}`}
            people={records.people}
            members={records.members}
            chip={records.chip}
            onDecisionsChange={setDecisions}
            onReady={setHandle}
          />
        </section>
        <section class="wall-d" aria-label={t('room.screenDecisions')}>
          <h2>{t('room.screenDecisions')}</h2>
          <ol>
            <For each={decisions()} fallback={<li class="muted">{t('room.screenNoDecisions')}</li>}>
              {(decision, index) => (
                <li>
                  <b class="num wall-i">{index() + 1}</b>
                  <span dir="auto">{decision.text || t('conferences.emptyDecision')}</span>
                </li>
              )}
            </For>
          </ol>
          <Show when={awake()}>
            <p class="muted xs">{t('room.screenAwake')}</p>
          </Show>
        </section>
      </div>
    </div>
  );
}

function Speaks(props: { hall: Hall }): JSX.Element {
  const { t } = useMessages();
  const now = () => props.hall.speaking.now();
  const queue = () => now().queue.map(({ id }) => props.hall.nameOf(id));
  return (
    <Show when={now().speaker !== null || queue().length > 0}>
      <section class="wall-s" aria-label={t('room.hands')}>
        <Show when={now().speaker} fallback={<span>{t('room.nobodySpeaks')}</span>}>
          {(speaker) => (
            <span class="wall-who">
              <Avatar
                person={{ id: speaker().id, name: props.hall.nameOf(speaker().id) }}
                here
                large
                decorative
              />
              <b dir="auto">{props.hall.nameOf(speaker().id)}</b>
              <span>{t('room.speaks')}</span>
            </span>
          )}
        </Show>
        <Show when={queue().length > 0}>
          <span class="wall-q">
            {t('room.screenQueue')}{' '}
            <For each={queue().slice(0, 4)}>
              {(name, index) => (
                <span>
                  <b class="num">{index() + 1}</b> <bdi>{name}</bdi>
                </span>
              )}
            </For>
          </span>
        </Show>
      </section>
    </Show>
  );
}
