/** One line of who is in the room, as the server vouches: from where, whose turn it is, whose hand is up, who writes. */
import { createSignal, For, type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { caretVariables } from '../../ui/caret-colour.ts';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import type { Hall, InHall } from './hall.ts';
import { partWords } from './part-words.ts';
import { stripOf } from './strip-people.ts';

const PeopleDrawer = lazy(() => import('./PeopleDrawer.tsx'));

export type PeopleStripProps = {
  conference: Conference;
  hall: Hall;
  /** To where that person writes. */
  onGo: (id: PersonId) => void;
  /** The open point and the time. */
  children: JSX.Element;
};

export function PeopleStrip(props: PeopleStripProps): JSX.Element {
  const { t } = useMessages();
  const [open, setOpen] = createSignal(false);
  const [met, setMet] = createSignal(false);
  const { slots, measure } = createSlots();
  const now = () => props.hall.speaking.now();
  const strip = () =>
    stripOf(
      props.hall.people(),
      {
        me: props.hall.me,
        chairId: props.conference.chair.id,
        minuteTakerId: props.conference.minuteTaker.id,
        speakerId: now().speaker?.id,
        queue: now().queue.map(({ id }) => id),
        writers: props.hall.writers(),
      },
      slots(),
    );
  const showAll = () => {
    setMet(true);
    setOpen(true);
  };
  return (
    <section class="strip" aria-label={t('conferences.inRoom')}>
      <div class="strip-who" ref={measure}>
        <ul>
          <For each={strip().shown.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.hall.people().find((person) => person.id === id)}>
                {(person) => <Face {...props} person={person()} />}
              </Show>
            )}
          </For>
          <For each={props.hall.shared.presence.guests()}>
            {(guest) => (
              <li>
                <span class="person-t nowrap">
                  <span dir="auto">{guest.name}</span>
                  <small>
                    {t('guests.page.guest')}, <bdi>{guest.body}</bdi>
                  </small>
                </span>
              </li>
            )}
          </For>
          <Show when={props.hall.people().length === 1 && props.hall.shared.presence.guests().length === 0}>
            <li class="alone">{t('conferences.nobodyHere')}</li>
          </Show>
        </ul>
        <Show when={props.hall.people().length > 1}>
          <button type="button" class="strip-more num" onClick={showAll}>
            <Show
              when={strip().rest.length}
              fallback={<span aria-hidden="true">{props.hall.people().length}</span>}
            >
              {(count) => <span aria-hidden="true">+{count()}</span>}
            </Show>
            <span class="sr">
              {strip().rest.length > 0
                ? t('room.more', { count: strip().rest.length })
                : t('room.everyone', { count: props.hall.people().length })}
            </span>
          </button>
        </Show>
      </div>
      {props.children}
      <Show when={met()}>
        <Suspense>
          <PeopleDrawer
            open={open()}
            onClose={() => setOpen(false)}
            conference={props.conference}
            hall={props.hall}
            onGo={props.onGo}
          />
        </Suspense>
      </Show>
    </section>
  );
}

function Face(props: PeopleStripProps & { person: InHall }): JSX.Element {
  const { t } = useMessages();
  const colourOf = useCaretColours();
  const now = () => props.hall.speaking.now();
  const speaks = () => now().speaker?.id === props.person.id;
  const place = () => now().queue.findIndex(({ id }) => id === props.person.id) + 1;
  return (
    <li
      style={caretVariables(colourOf(props.person.id))}
      data-writes={props.person.typing ? '' : undefined}
      data-turn={speaks() ? '' : undefined}
    >
      <Avatar
        person={{ id: props.person.id, name: props.person.name, bodyName: props.person.body ?? undefined }}
        here
        large
        onPress={props.person.id === props.hall.me ? undefined : () => props.onGo(props.person.id)}
      />
      <span class="person-t nowrap">
        <span dir="auto">{props.person.name}</span>
        <small>{partWords(t, props.conference, props.person)}</small>
      </span>
      <Show when={speaks()}>
        <em class="tn">{t('room.speaks')}</em>
      </Show>
      <Show when={place() > 0}>
        <em>
          <span aria-hidden="true">{place()}</span>
          <span class="sr">
            {t('room.hands')}, {t('room.inLine', { n: place() })}
          </span>
        </em>
      </Show>
    </li>
  );
}

/** Widths of one face, with its name and without, and of the count, in pixels. */
const wideFace = 176;
const narrowFace = 52;
const countWidth = 56;
const namesFrom = 560;

/** How many faces fit on one line. */
function createSlots() {
  const [width, setWidth] = createSignal(1000);
  let place: HTMLElement | undefined;
  onMount(() => {
    if (!place) return;
    const sizes = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    sizes.observe(place);
    onCleanup(() => sizes.disconnect());
  });
  return {
    slots: () =>
      Math.max(2, Math.floor((width() - countWidth) / (width() < namesFrom ? narrowFace : wideFace))),
    measure: (element: HTMLElement) => {
      place = element;
      setWidth(element.clientWidth || 1000);
    },
  };
}
