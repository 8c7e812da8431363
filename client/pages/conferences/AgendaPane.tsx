/** The agenda, who has which part, and who was there: proposed from presence, confirmed by a person (X2). */
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconX from '~icons/lucide/x';
import { type Attendance, attendance, readAttendance } from '../../../shared/documents/minutes.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { confirmAttendance, proposeAttendance } from '../../editor/attendance.ts';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useRoom } from '../households/household-room.tsx';
import { AgendaBefore, Replies } from './AgendaBefore.tsx';

export type AgendaPaneProps = {
  conference: Conference;
  shared: SharedDocument;
  /** Key of the section at the top of the minutes. */
  current: string | undefined;
  onGo: (pointId: string) => void;
};

export function AgendaPane(props: AgendaPaneProps): JSX.Element {
  const { t } = useMessages();
  return (
    <section class="pane ag" aria-label={t('conferences.agenda')}>
      <div>
        <h2>{t('conferences.agenda')}</h2>
        <ol class="agl">
          <For each={props.conference.agenda}>
            {(point, index) => (
              <li aria-current={props.current === `agenda-${point.id}` ? 'step' : undefined}>
                <button type="button" onClick={() => props.onGo(point.id)}>
                  <span class="num">{index() + 1}</span>
                  <span dir="auto">{point.title}</span>
                </button>
              </li>
            )}
          </For>
        </ol>
        <AgendaBefore conference={props.conference} />
      </div>
      <div>
        <h2>{t('conferences.roles')}</h2>
        <dl class="rl">
          <dt>{t('conferences.chair')}</dt>
          <dd dir="auto">{props.conference.chair.name}</dd>
          <dt>{t('conferences.minuteTaker')}</dt>
          <dd dir="auto">{props.conference.minuteTaker.name}</dd>
          <Show when={props.conference.place}>
            {(place) => (
              <>
                <dt>{t('conferences.place')}</dt>
                <dd dir="auto">{place().name}</dd>
              </>
            )}
          </Show>
        </dl>
      </div>
      <Replies conference={props.conference} />
      <AttendanceList conference={props.conference} shared={props.shared} />
    </section>
  );
}

/** The attendance lines of the minutes, live. */
function createAttendance(shared: SharedDocument) {
  const [lines, setLines] = createSignal<ReadonlyMap<string, Attendance>>(new Map());
  createEffect(
    on(shared.ready, (ready) => {
      if (!ready) return;
      const map = attendance(shared.doc);
      const look = () => setLines(readAttendance(shared.doc));
      map.observe(look);
      onCleanup(() => map.unobserve(look));
      look();
    }),
  );
  return lines;
}

function AttendanceList(props: { conference: Conference; shared: SharedDocument }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const lines = createAttendance(props.shared);
  const editable = () => props.shared.ready() && props.shared.access() === 'write';
  // Only the minute-taker's page proposes: nine pages writing the same line would be nine changes.
  createEffect(() => {
    if (!editable() || me().id !== props.conference.minuteTaker.id) return;
    proposeAttendance(props.shared.doc, [
      me().id,
      ...props.shared.presence.people().map((person) => person.id),
    ]);
  });
  const expected = () => {
    const family = room
      .household()
      .members.filter((member) => member.left === null && member.relation !== 'child');
    const people = new Map<string, string>();
    for (const person of [props.conference.chair, props.conference.minuteTaker, ...props.conference.invited])
      people.set(person.id, person.name);
    if (props.conference.familyInvited) for (const member of family) people.set(member.id, member.name);
    for (const person of props.shared.presence.people()) people.set(person.id, person.name);
    return [...people];
  };
  const mark = (key: string, state: 'present' | 'absent') =>
    confirmAttendance(props.shared.doc, key, { ...lines().get(key), state });
  return (
    <div>
      <h2>{t('conferences.attendance')}</h2>
      <ul class="att">
        <For each={expected()}>
          {([key, name]) => (
            <li>
              <span dir="auto">
                {name}
                <small>{t(`conferences.attendance.${lines().get(key)?.state ?? 'unknown'}`)}</small>
              </span>
              <Show when={editable()}>
                <IconButton
                  label={t('conferences.markPresent', { name })}
                  aria-pressed={lines().get(key)?.state === 'present'}
                  onClick={() => mark(key, 'present')}
                >
                  <IconCheck class="i i-s" aria-hidden="true" />
                </IconButton>
                <IconButton
                  class="no"
                  label={t('conferences.markAbsent', { name })}
                  aria-pressed={lines().get(key)?.state === 'absent'}
                  onClick={() => mark(key, 'absent')}
                >
                  <IconX class="i i-s" aria-hidden="true" />
                </IconButton>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
