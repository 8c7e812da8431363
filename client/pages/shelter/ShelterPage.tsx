/** For whoever books: requests that wait, free places by structure and day, stays with what is due. */
import '../pages.css';
import './shelter.css';
import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import type { Placement } from '../../../shared/records/placements.ts';
import { type Structure, structureEndpoints } from '../../../shared/records/structures.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tag } from '../../ui/state.tsx';
import { ChronicityPart } from '../admin/ChronicityPart.tsx';
import { createToday } from '../today-day.ts';
import { AddStructureDialog } from './AddStructureDialog.tsx';
import { BookDialog, type Booking } from './BookDialog.tsx';
import { PlacementLines } from './PlacementLine.tsx';
import { StructureBoard } from './StructureBoard.tsx';
import { StructureKeeping } from './StructureKeeping.tsx';
import { whoFor } from './shelter-words.ts';

const boardDays = 14;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export default function ShelterPage(): JSX.Element {
  const me = useMe();
  return (
    <Show when={me().function === 'coordinator'} fallback={<WhatWaits />}>
      <StructureKeeping />
    </Show>
  );
}

function WhatWaits(): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const [moved, setMoved] = createSignal(0);
  const from = () => addDays(today(), moved());
  const placements = createRead(placementEndpoints.open, () => ({ key: keys.placements, input: {} }));
  const structures = createRead(structureEndpoints.list, () => ({
    key: [...keys.structures, from()],
    input: { query: { from: from(), days: boardDays } },
    keepFormer: true,
  }));
  // What is free on the day a request names may lie outside the board.
  const ahead = createRead(structureEndpoints.list, () => ({
    key: [...keys.structures, 'ahead', today()],
    input: { query: { from: today(), days: 120 } },
  }));
  const all = () => placements.value()?.placements ?? [];
  const requests = () => all().filter(({ status }) => status === 'requested');
  const stays = createMemo(() => {
    const urgency = (one: Placement) => (one.reviewDue || one.overdue ? 0 : 1);
    return all()
      .filter(({ status }) => status !== 'requested')
      .sort((a, b) => urgency(a) - urgency(b) || (a.from ?? '').localeCompare(b.from ?? ''));
  });
  const [chosenId, setChosenId] = createSignal<string>();
  const chosen = () => requests().find(({ id }) => id === chosenId()) ?? requests()[0];
  const [booking, setBooking] = createSignal<Booking>();
  const [adding, setAdding] = createSignal(false);
  const offers = (placement: Placement): readonly Structure[] => {
    const list = ahead.value();
    if (!list) return [];
    const start = placement.wantedFrom > list.from ? placement.wantedFrom : list.from;
    const at = Math.round((Date.parse(start) - Date.parse(list.from)) / 86_400_000);
    const fits = (free: readonly number[]) =>
      free.slice(at, at + 7).every((places) => places >= placement.persons);
    return list.structures.filter(({ open, free }) => open && at < free.length && fits(free)).slice(0, 9);
  };
  const offer = (placement: Placement, structureId: BodyId, day?: Day) => {
    const wanted = placement.wantedFrom > today() ? placement.wantedFrom : today();
    setBooking({ placement, structureId, from: day ?? wanted });
  };
  const press = (event: KeyboardEvent) => {
    const writing =
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, select, [role="dialog"] *, [contenteditable]');
    const nth = digits.indexOf(event.key);
    const placement = chosen();
    if (writing || booking() || nth === -1 || !placement || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const structure = offers(placement)[nth];
    if (!structure) return;
    event.preventDefault();
    offer(placement, structure.body.id);
  };
  onMount(() => document.addEventListener('keydown', press));
  onCleanup(() => document.removeEventListener('keydown', press));
  return (
    <Page wide>
      <header class="top">
        <PageHeading>{t('shelter.title')}</PageHeading>
        <div class="top-a">
          <Button onClick={() => setAdding(true)}>{t('keep.shelter.addOne')}</Button>
        </div>
      </header>
      <Answered read={placements} page lines={6}>
        {() => (
          <>
            <section class="sect">
              <div class="sect-h">
                <h2>{t('shelter.requests')}</h2>
                <span class="n">{requests().length || ''}</span>
              </div>
              <Show
                when={requests().length > 0}
                fallback={
                  <EmptyState size="part" title={t('shelter.noRequests')}>
                    {t('shelter.noRequestsNext')}
                  </EmptyState>
                }
              >
                <p class="muted">{t('shelter.boardHint')}</p>
                <ul>
                  <For each={requests()}>
                    {(placement) => (
                      <Request
                        placement={placement}
                        chosen={placement.id === chosen()?.id}
                        offers={offers(placement)}
                        onChoose={() => setChosenId(placement.id)}
                        onOffer={(structure) => offer(placement, structure)}
                      />
                    )}
                  </For>
                </ul>
              </Show>
            </section>
            <Answered read={structures} lines={5}>
              {(list) => (
                <StructureBoard
                  from={list().from}
                  structures={list().structures}
                  needed={chosen()?.persons ?? 0}
                  onMove={(days) => setMoved((now) => now + days)}
                  onDay={(structure, day) => {
                    const placement = chosen();
                    if (placement) offer(placement, structure, day);
                  }}
                />
              )}
            </Answered>
            <section class="sect">
              <div class="sect-h">
                <h2>{t('shelter.stays')}</h2>
                <span class="n">{stays().length || ''}</span>
              </div>
              <Show
                when={stays().length > 0}
                fallback={
                  <EmptyState size="part" title={t('shelter.noStays')}>
                    {t('shelter.noStaysNext')}
                  </EmptyState>
                }
              >
                <PlacementLines placements={stays()} named />
              </Show>
            </section>
          </>
        )}
      </Answered>
      <ChronicityPart />
      <Show when={adding()}>
        <AddStructureDialog onClose={() => setAdding(false)} />
      </Show>
      <Show when={booking()} keyed>
        {(one) => (
          <BookDialog
            booking={one}
            structures={structures.value()?.structures ?? []}
            onClose={() => setBooking(undefined)}
          />
        )}
      </Show>
    </Page>
  );
}

function Request(props: {
  placement: Placement;
  chosen: boolean;
  offers: readonly Structure[];
  onChoose: () => void;
  onOffer: (structureId: BodyId) => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const today = createToday();
  const one = () => props.placement;
  return (
    <li class="shelter-request" data-row data-chosen={props.chosen ? '' : undefined}>
      <button
        type="button"
        class="shelter-choose"
        aria-pressed={props.chosen}
        onClick={() => props.onChoose()}
      >
        <bdi>{one().household.name}</bdi> <span class="soft">{one().household.code}</span>
      </button>{' '}
      <Tag tone={one().urgency === 'ordinary' ? 'plain' : 'late'}>
        {t(`shelter.urgency.${one().urgency}`)}
      </Tag>{' '}
      <Show when={one().concealed}>
        <Tag>{t('shelter.concealed')}</Tag>{' '}
      </Show>
      <Show when={one().chronicity?.alert}>
        <Tag tone="late">{t('shelter.alert')}</Tag>
      </Show>
      <p class="item-m">
        <span>{t('shelter.wanted', { day: formats().date(one().wantedFrom) })}</span>
        <span>
          {t('shelter.persons', { count: one().persons })}: {whoFor(t, formats(), one(), today())}
        </span>
        <span>{t(`shelter.cause.${one().cause}`)}</span>
        <Show when={one().homeSupport}>
          {(support) => (
            <span>
              {t(`shelter.support.${support().kind}`)}:{' '}
              {support().outcome === null
                ? t('shelter.goesOn')
                : t(`shelter.outcome.${support().outcome ?? 'not_enough'}`)}
            </span>
          )}
        </Show>
      </p>
      <Show when={one().emergency}>
        {(emergency) => (
          <p class="why" dir="auto">
            {emergency().words}
          </p>
        )}
      </Show>
      <Show when={one().steps.includes('book')}>
        <div class="shelter-offers">
          <For each={props.offers} fallback={<span class="soft">{t('shelter.nowhere')}</span>}>
            {(structure, index) => (
              <Button
                small
                kbd={props.chosen ? String(index() + 1) : undefined}
                onClick={() => props.onOffer(structure.body.id)}
              >
                <span dir="auto">{structure.body.name}</span>
              </Button>
            )}
          </For>
        </div>
      </Show>
    </li>
  );
}
