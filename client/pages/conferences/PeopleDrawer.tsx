/** Everybody in the room, searchable: name, function, body, from where, who speaks and whose hand is up. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import type { Hall, InHall } from './hall.ts';
import { partWords } from './part-words.ts';

export type PeopleDrawerProps = {
  open: boolean;
  onClose: () => void;
  conference: Conference;
  hall: Hall;
  onGo: (id: PersonId) => void;
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export default function PeopleDrawer(props: PeopleDrawerProps): JSX.Element {
  const { t } = useMessages();
  const [query, setQuery] = createSignal('');
  const words = (person: InHall) =>
    [person.name, person.body, partWords(t, props.conference, person)].filter(Boolean).join(' ');
  const found = () =>
    props.hall.people().filter((person) => plain(words(person)).includes(plain(query().trim())));
  const go = (id: PersonId) => {
    props.onClose();
    props.onGo(id);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      shape="drawer"
      title={t('room.everyone', { count: props.hall.people().length })}
    >
      <Field label={t('room.find')}>
        <TextInput type="search" value={query()} onValue={setQuery} />
      </Field>
      <ul class="all-here">
        <For each={found().map(({ id }) => id)} fallback={<li class="muted">{t('room.nobodyFound')}</li>}>
          {(id) => (
            <Show when={props.hall.people().find((person) => person.id === id)}>
              {(person) => <Somebody {...props} person={person()} onGo={go} />}
            </Show>
          )}
        </For>
      </ul>
    </Dialog>
  );
}

function Somebody(props: PeopleDrawerProps & { person: InHall }): JSX.Element {
  const { t } = useMessages();
  const now = () => props.hall.speaking.now();
  const place = () => now().queue.findIndex(({ id }) => id === props.person.id) + 1;
  const isMe = () => props.person.id === props.hall.me;
  return (
    <li>
      <Avatar person={{ id: props.person.id, name: props.person.name }} here decorative />
      <span class="person-t">
        <Show when={!isMe()} fallback={<bdi>{props.person.name}</bdi>}>
          <button type="button" class="plain" dir="auto" onClick={() => props.onGo(props.person.id)}>
            {props.person.name}
          </button>
        </Show>
        <small dir="auto">
          {joined(t, [
            partWords(t, props.conference, props.person),
            props.person.body,
            isMe() && t('room.you'),
          ])}
        </small>
      </span>
      <Show when={now().speaker?.id === props.person.id}>
        <Tag tone="accent">{t('room.speaks')}</Tag>
      </Show>
      <Show when={place() > 0}>
        <Tag>{t('room.inLine', { n: place() })}</Tag>
      </Show>
      <Show when={props.person.typing}>
        <Tag>{t('room.writes')}</Tag>
      </Show>
    </li>
  );
}
