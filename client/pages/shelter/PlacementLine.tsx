/** A request, booking or stay as one line: who, where (or that it is concealed), when, what is due, and one's steps. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Placement } from '../../../shared/records/placements.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag, type Tone } from '../../ui/state.tsx';
import { createToday } from '../today-day.ts';
import { type Step, StepDialog } from './StepDialog.tsx';
import { whoFor } from './shelter-words.ts';

const tones: Readonly<Record<Placement['status'], Tone>> = {
  requested: 'waiting',
  booked: 'accent',
  in_stay: 'good',
  ended: 'plain',
  cancelled: 'plain',
};

/** `named`: on a page of many families the line begins with whose it is. */
type LineOptions = { named?: boolean | undefined };

/** A line stays the same one while its placement changes: the focus and an open dialog keep their place. */
export function PlacementLines(props: LineOptions & { placements: readonly Placement[] }): JSX.Element {
  return (
    <ul>
      <For each={props.placements.map(({ id }) => id)}>
        {(id) => (
          <Show when={props.placements.find((one) => one.id === id)}>
            {(placement) => <PlacementLine placement={placement()} named={props.named} />}
          </Show>
        )}
      </For>
    </ul>
  );
}

function PlacementLine(props: LineOptions & { placement: Placement }): JSX.Element {
  const { t, formats } = useMessages();
  const [step, setStep] = createSignal<Step>();
  const one = () => props.placement;
  const steps = () => one().steps.filter((each): each is Step => each !== 'book');
  const days = () => {
    const { from, until, wantedFrom } = one();
    if (from === null) return t('shelter.wanted', { day: formats().date(wantedFrom) });
    return `${formats().date(from)} – ${until === null ? t('shelter.openEnd') : formats().date(until)}`;
  };
  const labelOf = (each: Step) => {
    if (each === 'conceal') return t(one().concealed ? 'shelter.unconceal' : 'shelter.conceal');
    return t(`shelter.${each}`);
  };
  return (
    <li class="shelter-line" data-row>
      <p class="item-t">
        <Show when={props.named} fallback={<Where placement={one()} />}>
          <bdi>{one().household.name}</bdi> <span class="soft">{one().household.code}</span>
        </Show>{' '}
        <Tag tone={tones[one().status]}>{t(`shelter.status.${one().status}`)}</Tag>{' '}
        <Show when={one().reEntry}>
          <Tag tone="late">{t('shelter.reEntry')}</Tag>{' '}
        </Show>
        <Show when={one().chronicity?.alert}>
          <Tag tone="late">{t('shelter.alert')}</Tag>{' '}
        </Show>
        <Show when={one().overdue}>
          <Tag tone="late">{t('shelter.overdue')}</Tag>{' '}
        </Show>
        <Show when={one().reviewDue}>
          <Tag tone="late">{t('shelter.reviewDue')}</Tag>
        </Show>
      </p>
      <p class="item-m">
        <Show when={props.named}>
          <Where placement={one()} />
        </Show>
        <span>{days()}</span>
        <Who placement={one()} />
        <span>{t(`shelter.cause.${one().cause}`)}</span>
        <Show when={!one().reviewDue && one().status === 'in_stay' && one().reviewOn}>
          {(day) => <span>{t('shelter.reviewAt', { day: formats().date(day()) })}</span>}
        </Show>
        <Show when={one().exit}>{(exit) => <span>{t(`shelter.exit.${exit().reason}`)}</span>}</Show>
      </p>
      <Show when={!props.named}>
        <History placement={one()} />
      </Show>
      <Show when={steps().length > 0}>
        <div class="item-a">
          <For each={steps()}>
            {(each, index) => (
              <Button
                small
                kind={index() === 0 ? 'plain' : 'quiet'}
                aria-label={`${labelOf(each)}: ${one().household.name}`}
                onClick={() => setStep(each)}
              >
                {labelOf(each)}
              </Button>
            )}
          </For>
        </div>
      </Show>
      <Show when={step()} keyed>
        {(chosen) => <StepDialog placement={one()} step={chosen} onClose={() => setStep(undefined)} />}
      </Show>
    </li>
  );
}

function Where(props: { placement: Placement }): JSX.Element {
  const { t } = useMessages();
  return (
    <Show
      when={props.placement.structure}
      fallback={
        <Show when={props.placement.concealed} fallback={<span>{t('shelter.placements')}</span>}>
          <span class="soft">{t('shelter.concealed')}</span>
        </Show>
      }
    >
      {(structure) => (
        <>
          <bdi>{structure().name}</bdi>
          <Show when={props.placement.concealed}>
            {' '}
            <span class="soft">({t('shelter.concealedStructure')})</span>
          </Show>
        </>
      )}
    </Show>
  );
}

function Who(props: { placement: Placement }): JSX.Element {
  const { t, formats } = useMessages();
  const today = createToday();
  return (
    <span title={whoFor(t, formats(), props.placement, today())}>
      {t('shelter.persons', { count: props.placement.persons })}
    </span>
  );
}

/** Reviews and extensions, for the family's own team. */
function History(props: { placement: Placement }): JSX.Element {
  const { formats } = useMessages();
  const entries = () =>
    [
      ...props.placement.reviews.map(({ on, note, by }) => ({ on, words: note, by })),
      ...props.placement.extensions.map(({ on, until, reason, by }) => ({
        on,
        words: `→ ${formats().date(until)}: ${reason}`,
        by,
      })),
    ].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <For each={entries()}>
      {({ on, words, by }) => (
        <p class="shelter-more">
          {formats().date(on)} · <bdi>{words}</bdi> <span class="soft">{by.name}</span>
        </p>
      )}
    </For>
  );
}
