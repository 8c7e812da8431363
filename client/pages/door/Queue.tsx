/** The list of reports: by urgency and age while they wait, by day once they are triaged. */
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { Earliness } from '../../../shared/records/earliness.ts';
import type { ReportRow } from '../../../shared/records/reports.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { Translate } from '../../messages/translate.ts';
import { RelativeTime } from '../../ui/dates.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';

export function earlinessWords(t: Translate, earliness: Earliness | null): string | undefined {
  if (earliness === null) return undefined;
  if (earliness.kind === 'pregnancy') return t('door.week', { week: earliness.week + 1 });
  const { days } = earliness;
  // As one says a child's age: in days at first, then in months, from two on in years.
  if (days < 61) return t('door.age', { days });
  const years = Math.floor(days / 365.25);
  return years < 2
    ? t('door.ageMonths', { months: Math.floor(days / 30.44) })
    : t('door.ageYears', { years });
}

export function Queue(props: {
  rows: readonly ReportRow[];
  section: 'waiting' | 'triaged';
  current: string | undefined;
}): JSX.Element {
  const { t } = useMessages();
  return (
    <nav class="door-queue" aria-label={t('door.list')}>
      <ul>
        <For each={props.rows}>
          {(row) => (
            <li>
              <A
                href={`/door/${props.section}/${row.id}`}
                aria-current={row.id === props.current ? 'true' : undefined}
              >
                <Show when={row.senderBody} fallback={<span class="door-nomark" />}>
                  {(body) => <SectorMark sector={body().sector} />}
                </Show>
                <b dir="auto">{row.senderBody?.name ?? t(`door.sender.${row.senderKind}`)}</b>
                <RelativeTime at={row.receivedAt} />
                <span class="door-sub">
                  {joined(t, [t(`door.subject.${row.subject}`), earlinessWords(t, row.earliness)])}
                </span>
                <Show when={props.section === 'waiting' && row.urgency !== 'ordinary'}>
                  <em data-urgency={row.urgency}>{t(`door.urgency.${row.urgency}`)}</em>
                </Show>
                <Show when={row.outcome}>
                  {(outcome) => <span class="door-sub">{t(`door.outcome.${outcome()}`)}</span>}
                </Show>
              </A>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
