/** Who was there and from where: proposed from presence, confirmed by a person (X2). */
import { createEffect, createMemo, For, type JSX, Show } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconX from '~icons/lucide/x';
import { Attendance } from '../../../shared/documents/minutes.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { confirmAttendance, proposeAttendance } from '../../editor/attendance.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';
import type { Hall } from './hall.ts';

const wheres = Attendance.shape.where.unwrap().options;

export function AttendanceList(props: { conference: Conference; hall: Hall }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { shared, lines } = props.hall;
  const editable = () => shared.ready() && shared.access() === 'write';
  // Only the minute-taker's page proposes: nine pages writing the same line would be nine changes.
  createEffect(() => {
    if (!editable() || props.hall.me !== props.conference.minuteTaker.id) return;
    proposeAttendance(
      shared.doc,
      props.hall.people().map((person) => person.id),
    );
  });
  const expected = createMemo((): ReadonlyMap<string, string> => {
    const family = room
      .household()
      .members.filter((member) => member.left === null && member.relation !== 'child');
    const people = new Map<string, string>();
    for (const person of [props.conference.chair, props.conference.minuteTaker, ...props.conference.invited])
      people.set(person.id, person.name);
    if (props.conference.familyInvited) for (const member of family) people.set(member.id, member.name);
    for (const person of props.hall.people()) people.set(person.id, person.name);
    for (const guest of shared.presence.guests()) people.set(guest.name, guest.name);
    return people;
  });
  const mark = (key: string, change: Partial<Attendance>) =>
    confirmAttendance(shared.doc, key, { state: 'present', ...lines().get(key), ...change });
  return (
    <div>
      <h2>{t('conferences.attendance')}</h2>
      <ul class="att">
        <For each={[...expected().keys()]}>
          {(key) => {
            const name = () => expected().get(key) ?? '';
            const line = () => lines().get(key);
            const there = () => line() !== undefined && line()?.state !== 'absent';
            const whereWords = () => {
              const where = line()?.where;
              return !editable() && there() && where && t(`room.where.${where}`);
            };
            return (
              <li>
                <span dir="auto">
                  {name()}
                  <small>
                    {joined(t, [t(`conferences.attendance.${line()?.state ?? 'unknown'}`), whereWords()])}
                  </small>
                </span>
                <Show when={editable()}>
                  <IconButton
                    label={t('conferences.markPresent', { name: name() })}
                    aria-pressed={line()?.state === 'present'}
                    onClick={() => mark(key, { state: 'present' })}
                  >
                    <IconCheck class="i i-s" aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    class="no"
                    label={t('conferences.markAbsent', { name: name() })}
                    aria-pressed={line()?.state === 'absent'}
                    onClick={() => mark(key, { state: 'absent' })}
                  >
                    <IconX class="i i-s" aria-hidden="true" />
                  </IconButton>
                  <Show when={there()}>
                    <Select
                      aria-label={t('room.whereOf', { name: name() })}
                      value={line()?.where ?? ''}
                      placeholder="–"
                      options={wheres.map((value) => ({ value, label: t(`room.where.${value}`) }))}
                      onValue={(where) => mark(key, { where })}
                    />
                  </Show>
                </Show>
              </li>
            );
          }}
        </For>
      </ul>
    </div>
  );
}
