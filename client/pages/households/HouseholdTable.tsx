/** Households one below the other, on one axis of a thousand days. */
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { daysToConception, daysToDueDate } from '../../../shared/records/clock.ts';
import type { HouseholdRow } from '../../../shared/records/households.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Band, type BandMark } from '../../ui/Band.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { createToday } from '../today-day.ts';
import { childrenWords } from './clock-words.ts';
import './household-table.css';

/** Where birth and the first birthday stand on an axis with a birth at term, in per cent. */
const axis = (() => {
  const toBirth = daysToDueDate - daysToConception;
  const whole = toBirth + 730;
  return { birth: (toBirth / whole) * 100, year: ((toBirth + 365) / whole) * 100 };
})();

export type HouseholdTableProps = {
  rows: readonly HouseholdRow[];
  /** Marks on a household's band, when the page knows some. */
  marksOf?: ((id: HouseholdId) => readonly BandMark[]) | undefined;
};

export function HouseholdTable(props: HouseholdTableProps): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  return (
    <table class="t hh-table">
      <thead>
        <tr>
          <th scope="col">{t('today.col.household')}</th>
          <th scope="col" class="c-children">
            {t('today.col.children')}
          </th>
          <th scope="col" class="bd">
            <span class="sr">{t('households.exampleBand')}</span>
            <div class="axis" aria-hidden="true">
              <span style={{ '--at': 0 }} class="a">
                {t('calendar.conception')}
              </span>
              <span style={{ '--at': axis.birth }} class="c b">
                {t('calendar.birth')}
              </span>
              <span style={{ '--at': axis.year }} class="c">
                {t('calendar.year1')}
              </span>
              <span style={{ '--at': 100 }} class="e">
                {t('calendar.year2')}
              </span>
            </div>
          </th>
          <th scope="col" class="c-regia">
            {t('today.col.regia')}
          </th>
          <th scope="col" class="c-tutor">
            {t('today.col.tutor')}
          </th>
          <th scope="col" class="c-tasks">
            {t('today.col.tasks')}
          </th>
          <th scope="col" class="c-last">
            {t('today.col.last')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => <Row row={row} today={today()} marks={props.marksOf?.(row.id) ?? []} />}
        </For>
      </tbody>
    </table>
  );
}

function Row(props: { row: HouseholdRow; today: Day; marks: readonly BandMark[] }): JSX.Element {
  const { t } = useMessages();
  return (
    <tr data-row>
      <td class="c-name">
        <A href={`/households/${props.row.id}`} class="name">
          <bdi>{props.row.name}</bdi>
        </A>{' '}
        <span class="muted xs nowrap">{props.row.code}</span>
        <div class="row-state">
          <RowState row={props.row} />
        </div>
      </td>
      <td class="soft c-children">{childrenWords(t, props.row.children, props.row.clock, props.today)}</td>
      <td class="bd">
        <Show when={props.row.clock} fallback={<span class="muted xs">{t('calendar.noClock')}</span>}>
          {(clock) => (
            <Band
              compact
              conception={clock().conception}
              dueDate={clock().dueDate}
              birth={clock().birth ?? undefined}
              end={clock().end}
              today={props.today}
              marks={props.marks}
              label={t('households.bandOf', { name: props.row.name })}
            />
          )}
        </Show>
      </td>
      <td class="soft c-regia">
        <Show when={props.row.lead} fallback={<span class="muted">—</span>}>
          {(lead) => (
            <span class="sec">
              <SectorMark sector={lead().body.sector} />
              <span class="cut" title={joined(t, [lead().body.name, lead().person.name])} dir="auto">
                {lead().body.name}
              </span>
            </span>
          )}
        </Show>
      </td>
      <td class="soft c-tutor">
        <span class="cut">
          <bdi>{props.row.tutor?.name ?? '—'}</bdi>
        </span>
      </td>
      <td class="num c-tasks">
        {props.row.openTasks || '—'}
        <Show when={props.row.overdueTasks > 0}>
          <span class="late xs">{t('today.overdueTasks', { count: props.row.overdueTasks })}</span>
        </Show>
      </td>
      <td class="soft c-last nowrap">
        <RelativeTime at={props.row.lastActivityAt} />
      </td>
    </tr>
  );
}

/** What waits beside the name: a handover, a regia still to be found, a status that isn't the usual one. */
function RowState(props: { row: HouseholdRow }): JSX.Element {
  const { t } = useMessages();
  const waiting = () => props.row.leadProposal?.state === 'waiting' && props.row.leadProposal;
  return (
    <>
      <Show
        when={waiting()}
        fallback={
          <Show when={!props.row.lead && props.row.status !== 'closed'}>
            <Tag tone="waiting">{t('today.regiaPending')}</Tag>
          </Show>
        }
      >
        {(proposal) => (
          <Tag tone="waiting">
            {proposal().mine === 'to-answer' ? t('today.toAccept') : t('today.inHandover')}
          </Tag>
        )}
      </Show>
      <Show when={props.row.status !== 'enrolled'}>
        <Tag>{t(`households.status.${props.row.status}`)}</Tag>
      </Show>
    </>
  );
}
