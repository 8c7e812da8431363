/** Booking a request into a structure. Enter anywhere books; where it is full, what is free instead is one press away. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { addDays, Day } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import type { Placement } from '../../../shared/records/placements.ts';
import type { Structure } from '../../../shared/records/structures.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { createToday } from '../today-day.ts';
import { touchedByStep, useKeepPlacement } from './keep-placement.ts';
import { whoFor } from './shelter-words.ts';

/** As most bookings are: a month, then one looks again. */
const usualDays = 30;

export type Booking = { readonly placement: Placement; readonly structureId: BodyId; readonly from: Day };

export function BookDialog(props: {
  booking: Booking;
  structures: readonly Structure[];
  onClose: () => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const today = createToday();
  const keep = useKeepPlacement();
  const [structureId, setStructureId] = createSignal(props.booking.structureId);
  const [from, setFrom] = createSignal<string>(props.booking.from);
  const [until, setUntil] = createSignal<string>(addDays(props.booking.from, usualDays));
  const [reviewOn, setReviewOn] = createSignal<string>(addDays(props.booking.from, usualDays));
  const [tried, setTried] = createSignal(false);
  const nameOf = (id: string) => props.structures.find(({ body }) => body.id === id)?.body.name;
  const book = createAction(
    (start: Day) =>
      call(placementEndpoints.book, {
        params: { placementId: props.booking.placement.id },
        body: {
          structureId: structureId(),
          from: start,
          until: Day.safeParse(until()).data ?? null,
          reviewOn: Day.safeParse(reviewOn()).data ?? null,
          version: props.booking.placement.version,
        },
      }),
    {
      touches: touchedByStep,
      onDone: (answered) => {
        keep(answered);
        showToast({ text: t('shelter.booked') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setTried(true);
    const start = Day.safeParse(from()).data;
    if (start) void book.run(start);
  };
  const instead = () =>
    (book.refusal()?.fields ?? []).flatMap(({ code, message }) => {
      const found = props.structures.find(({ body }) => body.id === message);
      return code === 'free-instead' && found ? [found] : [];
    });
  const wrong = () => {
    const problem = book.problemAt('structureId');
    return problem?.code === 'free-instead' ? undefined : fieldWords(t, problem);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.bookTitle')}
      description={
        <>
          <bdi>{props.booking.placement.household.name}</bdi> ·{' '}
          {whoFor(t, formats(), props.booking.placement, today())}
        </>
      }
      act={t('shelter.bookAct')}
      action={book}
      onSubmit={submit}
    >
      {/* First a field from which Enter books: in a list it would open the list. */}
      <div class="pair">
        <Field
          label={t('shelter.from')}
          error={
            tried() && !Day.safeParse(from()).success
              ? t('fields.date')
              : fieldWords(t, book.problemAt('from'))
          }
          required
        >
          <DateInput value={from()} onValue={setFrom} />
        </Field>
        <Field
          label={t('shelter.until')}
          hint={t('shelter.untilHint')}
          error={fieldWords(t, book.problemAt('until'))}
        >
          <DateInput value={until()} onValue={setUntil} />
        </Field>
      </div>
      <Field label={t('shelter.structure')} error={wrong()}>
        <Select
          value={structureId()}
          options={props.structures.map(({ body }) => ({ value: body.id, label: body.name }))}
          onValue={setStructureId}
        />
      </Field>
      <Field label={t('shelter.reviewOn')} optional error={fieldWords(t, book.problemAt('reviewOn'))}>
        <DateInput value={reviewOn()} onValue={setReviewOn} />
      </Field>
      <Show when={instead().length > 0}>
        <p class="muted">{t('shelter.freeInstead')}</p>
        <div class="shelter-offers">
          <For each={instead()}>
            {({ body }) => (
              <Button small onClick={() => setStructureId(body.id)}>
                {nameOf(body.id)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </ActionDialog>
  );
}
