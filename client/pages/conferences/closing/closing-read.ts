/** How minutes stand after the conference, read once for everything that shows it. */
import { onCleanup } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { type Closing, minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { householdKey, type Key, keys } from '../../../api/keys.ts';
import { createRead, type Read } from '../../../api/read.ts';
import { whenChanged } from '../../../ui/when-changed.ts';

export const paramsOf = (conference: Conference) => ({
  householdId: conference.household.id,
  conferenceId: conference.id,
});

export const closingTouches = (conference: Conference): readonly Key[] => [
  householdKey(conference.household.id, 'conferences'),
  keys.myConferences,
  keys.myMinutes,
];

/** Words change without an event of the log: while they are being read, what changed is looked at again. */
const lookAgainMs = 20_000;

/** Read anew once the minutes are frozen: what was known before says nothing of who is asked to sign them. */
export function createClosing(conference: () => Conference): Read<Closing> {
  const read = createRead(minutesEndpoints.closing, () => ({
    key: householdKey(
      conference().household.id,
      'conferences',
      conference().id,
      'closing',
      conference().status,
    ),
    input: { params: paramsOf(conference()) },
  }));
  whenChanged(
    () => conference().status === 'held' && conference().closing.readUntil !== null,
    (isRead) => {
      if (!isRead) return;
      const timer = setInterval(() => document.hidden || read.retry(), lookAgainMs);
      onCleanup(() => clearInterval(timer));
    },
  );
  return read;
}
