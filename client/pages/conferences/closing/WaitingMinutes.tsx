/** On the first page of the day, and on the family's: minutes that wait for me to read or sign, and what I was given. */
import './closing.css';
import { For, type JSX, Show } from 'solid-js';
import { minutesEndpoints } from '../../../../shared/records/minutes.ts';
import type { Value } from '../../../api/call.ts';
import { keys } from '../../../api/keys.ts';
import { createRead } from '../../../api/read.ts';
import { useMe } from '../../../api/session.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';

type Waiting = Value<typeof minutesEndpoints.mine>;
type Line = {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly act: string;
  readonly href: string | null;
};

/** The first few: the rest stand with their conferences. */
const most = 4;

export default function WaitingMinutes(): JSX.Element {
  const { t, formats } = useMessages();
  const me = useMe();
  const isFamily = me().function === 'family';
  const read = createRead(minutesEndpoints.mine, () => ({ key: keys.myMinutes, input: {} }));
  const room = (one: Waiting['toRead'][number] | Waiting['toSign'][number]) =>
    `/households/${one.household.id}/conferences/${one.conferenceId}`;
  const on = (start: string) => t('closing.conferenceOf', { date: formats().date(start) });
  const lines = (): Line[] => {
    const waiting = read.value();
    if (!waiting) return [];
    const asked = new Set(waiting.toSign.map(({ distributionId }) => distributionId));
    return [
      ...waiting.toRead.map((one) => ({
        key: `read ${one.conferenceId}`,
        title: one.title,
        note: `${on(one.start)} · ${t('closing.readUntil', { date: formats().date(one.until, 'weekday') })}`,
        act: t('closing.goRead'),
        href: room(one),
      })),
      ...waiting.toSign.map((one) => ({
        key: `sign ${one.conferenceId}`,
        title: one.title,
        note: on(one.start),
        act: t('closing.goSign'),
        href: isFamily ? one.distributionId && `/excerpts/${one.distributionId}` : room(one),
      })),
      ...waiting.given
        .filter(({ distributionId, opened }) => !asked.has(distributionId) && (isFamily || !opened))
        .map((one) => ({
          key: one.distributionId,
          title: one.title,
          note: on(one.start),
          act: t('closing.goOpen'),
          href: `/excerpts/${one.distributionId}`,
        })),
    ].slice(0, most);
  };
  return (
    <Show when={lines().length > 0}>
      <section class="sect cl-w">
        <div class="sect-h">
          <h2>{t(isFamily ? 'closing.familyMinutes' : 'closing.waiting')}</h2>
        </div>
        <ul>
          <For each={lines()}>
            {(line) => (
              <li class="line">
                <span class="person-t">
                  <b dir="auto">{line.title}</b>
                  <small>{line.href ? line.note : `${line.note} · ${t('closing.notGivenYet')}`}</small>
                </span>
                <Show when={line.href}>
                  {(href) => (
                    <span class="end">
                      <ButtonLink small href={href()}>
                        {line.act}
                      </ButtonLink>
                    </span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
