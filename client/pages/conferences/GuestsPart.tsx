/** Guests of this conference in its room: who was asked and who is here, and their words that wait for the minutes (X1). */
import { type Accessor, createSignal, For, type JSX, Show } from 'solid-js';
import type { Conference } from '../../../shared/records/conferences.ts';
import { type Guest, type GuestWords, guestEndpoints } from '../../../shared/records/guests.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead, type Read } from '../../api/read.ts';
import type { PresentGuest } from '../../collab/presence.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { AskGuestDialog, LinkDialog } from '../guests/AskGuestDialog.tsx';
import '../guests/guests.css';
import { whenChanged } from '../../ui/when-changed.ts';

export type Guests = {
  readonly conference: Accessor<Conference>;
  readonly read: Read<{
    guests: Guest[];
    words: GuestWords[];
    can: { invite: boolean; decide: boolean };
  }>;
  readonly isHere: (guest: Guest) => boolean;
};

const keyOf = ({ household, id }: Conference) => householdKey(household.id, 'guests', id);
const paramsOf = ({ household, id }: Conference) => ({ householdId: household.id, conferenceId: id });

/** `present`: the guests that presence shows. */
export function createGuests(
  conference: Accessor<Conference>,
  present: Accessor<readonly PresentGuest[]>,
): Guests {
  const read = createRead(guestEndpoints.list, () => ({
    key: keyOf(conference()),
    input: { params: paramsOf(conference()) },
  }));
  return { conference, read, isHere: (guest) => present().some(({ id }) => id === guest.id) };
}

export function GuestsPart(props: { guests: Guests }): JSX.Element {
  const { t } = useMessages();
  const [asking, setAsking] = createSignal(false);
  const conference = () => props.guests.conference();
  return (
    <Show when={props.guests.read.value()}>
      {(value) => (
        <div class="guests">
          <h2>{t('guests.title')}</h2>
          <ul class="att">
            <For each={value().guests} fallback={<li class="muted">{t('guests.none')}</li>}>
              {(guest) => <OneGuest guests={props.guests} guest={guest} can={value().can.invite} />}
            </For>
          </ul>
          <Show when={value().can.invite}>
            <Button small onClick={() => setAsking(true)}>
              {t('guests.ask')}
            </Button>
            <AskGuestDialog open={asking()} onClose={() => setAsking(false)} conference={conference()} />
          </Show>
        </div>
      )}
    </Show>
  );
}

function OneGuest(props: { guests: Guests; guest: Guest; can: boolean }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const [asking, setAsking] = createSignal(false);
  const [link, setLink] = createSignal<string>();
  const params = () => ({ ...paramsOf(props.guests.conference()), guestId: props.guest.id });
  const touches = () => [keyOf(props.guests.conference())];
  const lives = () => props.guest.state === 'invited' || props.guest.state === 'opened';
  const state = () => {
    if (lives() && props.guests.isHere(props.guest)) return t('guests.state.here');
    const time = props.guest.openedAt === null ? '' : formats().time(props.guest.openedAt);
    return t(`guests.state.${props.guest.state}`, { time });
  };
  const takeOff = createAction(() => call(guestEndpoints.takeOff, { params: params() }), {
    touches,
    onDone: () => {
      setAsking(false);
      showToast({ text: t('guests.takenOff', { name: props.guest.name }) });
    },
  });
  const makeLink = createAction(() => call(guestEndpoints.makeLink, { params: params() }), {
    touches,
    onDone: (made) => setLink(made.link),
    toast: true,
  });
  return (
    <li>
      <span>
        <bdi>{props.guest.name}</bdi>
        <small>
          <bdi>{props.guest.role}</bdi>
        </small>
        <small data-here={lives() && props.guests.isHere(props.guest) ? '' : undefined}>{state()}</small>
        <Show when={props.can && lives()}>
          <span class="guest-acts">
            <Button
              small
              kind="quiet"
              busy={makeLink.busy()}
              aria-label={`${t('guests.newLink')}: ${props.guest.name}`}
              onClick={() => void makeLink.run()}
            >
              {t('guests.newLink')}
            </Button>
            <Button
              small
              kind="quiet"
              aria-label={`${t('guests.takeOff')}: ${props.guest.name}`}
              onClick={() => setAsking(true)}
            >
              {t('guests.takeOff')}
            </Button>
          </span>
        </Show>
      </span>
      <ActionDialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={t('guests.takeOffTitle', { name: props.guest.name })}
        description={t('guests.takeOffExplain')}
        act={t('guests.takeOff')}
        kind="alarm"
        action={takeOff}
        onSubmit={() => void takeOff.run()}
      />
      <LinkDialog guest={props.guest} link={link()} onClose={() => setLink(undefined)} />
    </li>
  );
}

/** Above the text, for whoever writes it: said once when they come, and there until somebody has decided. */
export function GuestWordsWaiting(props: {
  guests: Guests;
  /** Puts them into the text. */
  onTake: (by: string, text: string) => void;
}): JSX.Element {
  const { t } = useMessages();
  const announce = useAnnounce();
  const waiting = () => {
    const value = props.guests.read.value();
    return value?.can.decide ? value.words.filter(({ state }) => state === 'waiting') : [];
  };
  whenChanged(
    () => waiting().at(-1),
    (newest, before) => {
      if (newest && newest.id !== before?.id) announce(t('guests.news', { name: newest.guest.name }));
    },
    { defer: true },
  );
  return (
    <Show when={waiting().length > 0}>
      <section class="guest-words" aria-label={t('guests.words')}>
        <For each={waiting()}>{(words) => <Waiting {...props} words={words} />}</For>
      </section>
    </Show>
  );
}

function Waiting(props: {
  guests: Guests;
  words: GuestWords;
  onTake: (by: string, text: string) => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const from = () => props.words.guest;
  const decide = createAction(
    (state: 'taken' | 'set-aside') =>
      call(guestEndpoints.decideWords, {
        params: {
          ...paramsOf(props.guests.conference()),
          guestId: from().id,
          wordsId: props.words.id,
        },
        body: { state },
      }),
    { touches: () => [keyOf(props.guests.conference())], toast: true },
  );
  /** The record first: of two who take them at once, one puts them into the text. */
  const take = async () => {
    const { guest, text } = props.words;
    if (!(await decide.run('taken'))) return;
    props.onTake(`${guest.name}, ${guest.role}`, text);
    showToast({ text: t('guests.taken', { name: guest.name }) });
  };
  return (
    <div class="guest-words-1">
      <p>
        <b>
          <bdi>{t('guests.wordsOf', { name: from().name })}</bdi>
        </b>{' '}
        <span dir="auto">{props.words.text}</span>
      </p>
      <div>
        <Button small busy={decide.busy()} onClick={() => void take()}>
          {t('guests.take')}
        </Button>
        <Button small kind="quiet" onClick={() => void decide.run('set-aside')}>
          {t('guests.setAside')}
        </Button>
      </div>
    </div>
  );
}
