/** A guest's conference: who asked her, when it ends, who is in the room, her hand, her words, and the minutes live. */
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show, untrack } from 'solid-js';
import IconHand from '~icons/lucide/hand';
import IconVideo from '~icons/lucide/video';
import { type GuestView, guestEndpoints } from '../../../shared/records/guests.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { createDocument } from '../../collab/collab.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { MinutesEditor } from '../../editor/MinutesEditor.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { caretVariables } from '../../ui/caret-colour.ts';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { Loading } from '../../ui/notes.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { TramaMark } from '../../ui/TramaMark.tsx';
import { readSpeaking } from '../conferences/speaking-order.ts';
import { isolate } from '../isolate.ts';
import { GuestWordsForm } from './GuestWordsForm.tsx';

export type GuestRoomProps = {
  view: GuestView;
  onLeft: () => void;
  /** Something may have changed: the record is read again. */
  onLook: () => void;
};

export function GuestRoom(props: GuestRoomProps): JSX.Element {
  const { t, formats } = useMessages();
  const conference = () => props.view.conference;
  const invitedBy = () => {
    const { name, body } = props.view.invitedBy;
    return body === null
      ? t('guests.page.invitedBy', { name: isolate(name) })
      : t('guests.page.invitedByBody', { name: isolate(name), body: isolate(body) });
  };
  const leave = createAction(() => call(guestEndpoints.leave, {}), { onDone: props.onLeft, toast: true });
  // Another address would be another document; the record is read again and again under the open one.
  const minutesId = createMemo(() => props.view.minutesId);
  const minutes = createDocument(() => ({
    documentId: minutesId(),
    kind: 'minutes',
    access: 'read',
    asGuest: true,
  }));
  return (
    <div class="gp">
      <header class="gp-top">
        <span class="gp-mark">
          <TramaMark />
          <b>{t('guests.page.guest')}</b>
        </span>
        <Button small kind="quiet" busy={leave.busy()} onClick={() => void leave.run()}>
          {t('guests.page.leave')}
        </Button>
      </header>
      <main class="gp-main">
        <section class="gp-what">
          <PageHeading>
            <bdi>{conference().title}</bdi>
          </PageHeading>
          <p class="gp-when">
            {t('guests.page.when', {
              day: formats().date(conference().start, 'weekday'),
              time: formats().time(conference().start),
            })}
          </p>
          <p class="soft">
            {invitedBy()}. {t('guests.page.ends', { when: formats().dateTime(props.view.endsAt) })}
          </p>
          <Show when={conference().held}>
            <p class="soft">{t('guests.page.held')}</p>
          </Show>
          <Show when={conference().videoUrl}>
            {(url) => (
              <p>
                <a class="btn" href={url()} target="_blank" rel="noopener noreferrer">
                  <IconVideo class="i i-s" aria-hidden="true" />
                  {t('guests.page.video')}
                </a>
              </p>
            )}
          </Show>
        </section>
        <Show when={minutes()} keyed fallback={<Loading lines={8} />}>
          {(shared) => <Open {...props} shared={shared} />}
        </Show>
      </main>
    </div>
  );
}

function Open(props: GuestRoomProps & { shared: SharedDocument }): JSX.Element {
  const { t } = useMessages();
  const { guest } = untrack(() => props.view);
  // The document is closed to her: the record says whether that is the end.
  createEffect(() => props.shared.closeReason() && props.onLook());
  return (
    <>
      <aside class="gp-side">
        <Room {...props} />
        <section aria-label={t('guests.page.agenda')}>
          <h2>{t('guests.page.agenda')}</h2>
          <ol class="gp-agenda">
            <For each={props.view.conference.agenda}>
              {(point) => (
                <li aria-current={point.id === props.view.conference.openPointId ? 'step' : undefined}>
                  <bdi>{point.title}</bdi>
                  <Show when={point.id === props.view.conference.openPointId}>
                    <em>{t('guests.page.openPoint')}</em>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </section>
        <GuestWordsForm words={props.view.words} onSaid={props.onLook} />
      </aside>
      <section class="gp-minutes" aria-labelledby="gp-minutes">
        <h2 id="gp-minutes">{t('guests.page.minutes')}</h2>
        <p class="soft">{t('guests.page.readOnly')}</p>
        <MinutesEditor
          shared={props.shared}
          me={guest}
          label={`${t('guests.page.minutes')}: ${props.view.conference.title}`}
          people={[]}
          members={[]}
          chip={() => undefined}
        />
      </section>
    </>
  );
}

/** On a telephone the form is below the minutes, however long they are. */
const toWords = () => document.querySelector<HTMLTextAreaElement>('.gp-words textarea')?.focus();

/** Who is here by name and function, and one's own hand: what the chair gives is told through presence. */
function Room(props: GuestRoomProps & { shared: SharedDocument }): JSX.Element {
  const { t } = useMessages();
  const colourOf = useCaretColours();
  const { presence } = props.shared;
  const own = presence.awareness.clientID;
  const me = untrack(() => props.view.guest.id);
  const [heard, setHeard] = createSignal(0);
  const look = () => setHeard((before) => before + 1);
  presence.awareness.on('change', look);
  onCleanup(() => presence.awareness.off('change', look));
  const raised = createMemo(() => {
    heard();
    return presence.awareness.getLocalState()?.hand !== undefined;
  });
  const speaking = createMemo(() => {
    heard();
    const states = new Map<number, unknown>(presence.awareness.getStates());
    const mine = presence.awareness.getLocalState();
    if (mine) states.set(own, { ...mine, user: { id: me } });
    const { chair, minuteTaker } = props.view.conference;
    return readSpeaking(states, { chairId: chair.id, minuteTakerId: minuteTaker.id });
  });
  const place = () => speaking().queue.findIndex(({ id }) => id === me) + 1;
  const speaks = () => speaking().speaker?.id;
  const nameOf = (id: string) =>
    [...presence.people(), ...presence.guests()].find((person) => person.id === id)?.name ?? '';
  // A hand that was heard or put down goes down by itself.
  createEffect(() => {
    if (raised() && (speaks() === me || place() === 0)) presence.tell('hand', undefined);
  });
  const toggle = () => {
    presence.enter();
    presence.tell('hand', raised() ? undefined : Date.now());
  };
  const part = (person: { id: string; function: string }) => {
    const { chair, minuteTaker } = props.view.conference;
    if (person.id === chair.id) return t('conferences.chair');
    return person.id === minuteTaker.id ? t('conferences.minuteTaker') : undefined;
  };
  return (
    <section class="gp-room" aria-label={t('guests.page.room')}>
      <h2>{t('guests.page.room')}</h2>
      <ul>
        <li>
          <bdi>{props.view.guest.name}</bdi> <small>{t('guests.page.you')}</small>
        </li>
        <For each={presence.people()} fallback={<li class="muted">{t('guests.page.alone')}</li>}>
          {(person) => (
            <li style={caretVariables(colourOf(person.id))}>
              <Avatar
                person={{ id: person.id, name: person.name, bodyName: person.body ?? undefined }}
                here
              />
              <span>
                <bdi>{person.name}</bdi>
                <small>{part(person) ?? t(`functions.function.${person.function}`)}</small>
              </span>
            </li>
          )}
        </For>
        <For each={presence.guests().filter(({ id }) => id !== me)}>
          {(other) => (
            <li>
              <span>
                <bdi>{other.name}</bdi>
                <small>
                  <bdi>{other.body}</bdi>
                </small>
              </span>
            </li>
          )}
        </For>
      </ul>
      <div class="gp-bar">
        <Button kind={raised() ? 'plain' : 'primary'} onClick={toggle}>
          <IconHand class="i i-s" aria-hidden="true" />{' '}
          {t(raised() ? 'guests.page.lower' : 'guests.page.raise')}
        </Button>
        <Button class="gp-jump" onClick={toWords}>
          {t('guests.page.sayJump')}
        </Button>
      </div>
      <p class="soft" role="status">
        <Show
          when={speaks() === me}
          fallback={
            <Show
              when={place() > 0}
              fallback={
                <Show when={speaks()}>
                  {(id) => t('guests.page.speaks', { name: isolate(nameOf(id())) })}
                </Show>
              }
            >
              {t('guests.page.inLine', { n: place() })}
            </Show>
          }
        >
          {t('guests.page.yourTurn')}
        </Show>
      </p>
    </section>
  );
}
