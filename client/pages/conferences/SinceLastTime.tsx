/** What changed in the family's path since the conference before this one, by what it is about, in plain words. */
import './agenda.css';
import { For, type JSX, Show } from 'solid-js';
import type { ActivityEvent } from '../../../shared/activity.ts';
import { conferenceBeforeEndpoints } from '../../../shared/records/conference-before.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { sentenceOf } from '../activity/sentences.ts';
import { useRoom } from '../households/household-room.tsx';
import { serviceKey } from '../households/service-words.ts';

export function SinceLastTime(props: { conference: Conference }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  // Under `activity`: whatever happens to the household makes it stale.
  const read = createRead(conferenceBeforeEndpoints.sinceLastTime, () => ({
    key: householdKey(props.conference.household.id, 'activity', 'since', props.conference.id),
    input: { params: { householdId: props.conference.household.id, conferenceId: props.conference.id } },
  }));
  /** The log's sentence doesn't say to whom: the household's referrals do. */
  const referralOf = (event: ActivityEvent): string | undefined => {
    if (event.kind !== 'referral.status-changed') return undefined;
    const found = room.records.referrals.value()?.referrals.find(({ id }) => id === event.referralId);
    return found && `${joined(t, [t(serviceKey(found.service)), found.to.name])}: `;
  };
  return (
    <section class="fw">
      <h2>{t('before.since')}</h2>
      <Answered read={read} lines={3}>
        {(since) => (
          <Show when={since().last} fallback={<p class="muted">{t('before.sinceFirst')}</p>}>
            {(last) => (
              <>
                <p class="muted xs">
                  {t('before.sinceDate', { date: formats().date(last().start, 'long') })}
                </p>
                <Show when={since().groups.length === 0}>
                  <p class="muted">{t('before.sinceNone')}</p>
                </Show>
                <For each={since().groups}>
                  {({ group, entries }) => (
                    <>
                      <h3>{t(`before.group.${group}`)}</h3>
                      <ul>
                        <For each={entries}>
                          {(entry) => (
                            <li>
                              <Show when={referralOf(entry.event)}>
                                {(words) => <b dir="auto">{words()}</b>}
                              </Show>
                              {sentenceOf(entry, { t, formats: formats(), names: since().names })}
                              <small>{formats().date(entry.at)}</small>
                            </li>
                          )}
                        </For>
                      </ul>
                    </>
                  )}
                </For>
              </>
            )}
          </Show>
        )}
      </Answered>
    </section>
  );
}
