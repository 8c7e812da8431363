/**
 * The agenda in a form: each point with its time and who asked for it, and their sum against the time there is. A point
 * moves by its handle: dragged, or with the arrows.
 */
import './agenda.css';
import { Index, type JSX, Show } from 'solid-js';
import IconGrip from '~icons/lucide/grip-vertical';
import IconPlus from '~icons/lucide/plus';
import IconX from '~icons/lucide/x';
import type { PersonId } from '../../../shared/ids.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { type AgendaDraft, minutesOf } from './agenda-draft.ts';
import { createDragging } from './agenda-drag.ts';

export type AgendaFieldsProps = {
  agenda: AgendaDraft;
  /** How long the conference lasts, in minutes; nothing while that isn't a number. */
  minutesLong: number | undefined;
  /** Who may have asked for a point; without them nobody is asked that. */
  team?: readonly PersonBrief[] | undefined;
  error?: JSX.Element;
  hint?: string | undefined;
};

export function AgendaFields(props: AgendaFieldsProps): JSX.Element {
  const { t } = useMessages();
  const announce = useAnnounce();
  let list: HTMLOListElement | undefined;
  const handleAt = (at: number) => list?.querySelectorAll<HTMLElement>('.ag-h')[at];
  const move = (from: number, to: number): number => {
    const place = props.agenda.move(from, to);
    if (place === from) return from;
    const title = props.agenda.points()[place]?.title ?? '';
    announce(t('before.moved', { title, n: place + 1, total: props.agenda.points().length }));
    return place;
  };
  const byKey = (event: KeyboardEvent, from: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    handleAt(move(from, from + step))?.focus();
  };
  const drag = createDragging(() => list, move);
  return (
    <Field group label={t('conferences.agenda')} error={props.error} hint={props.hint}>
      <ol class="ag-in" ref={list}>
        <Index each={props.agenda.points()}>
          {(point, index) => (
            <li data-asked={props.team ? '' : undefined} data-dragged={drag.at() === index ? '' : undefined}>
              <IconButton
                class="ag-h"
                label={t('before.move', { n: index + 1 })}
                onKeyDown={(event) => byKey(event, index)}
                onPointerDown={(event) => drag.begin(event, index)}
              >
                <IconGrip class="i i-s" aria-hidden="true" />
              </IconButton>
              <TextInput
                dir="auto"
                class="ag-t"
                maxLength={200}
                aria-label={t('conferences.point', { n: index + 1 })}
                value={point().title}
                onValue={(text) => props.agenda.setTitle(index, text)}
              />
              <Show when={props.team}>
                {(team) => (
                  <AskedBy
                    n={index + 1}
                    team={team()}
                    value={point().askedById}
                    onValue={(id) => props.agenda.setAskedBy(index, id)}
                  />
                )}
              </Show>
              <span class="ag-m">
                <TextInput
                  type="number"
                  inputmode="numeric"
                  min="1"
                  max="240"
                  aria-label={t('before.boxMinutes', { n: index + 1 })}
                  aria-invalid={minutesOf(point().minutes) === undefined ? 'true' : undefined}
                  value={point().minutes}
                  onValue={(minutes) => props.agenda.setMinutes(index, minutes)}
                />
                <small>{t('before.minutesShort')}</small>
              </span>
              <IconButton
                label={t('conferences.removePoint', { n: index + 1 })}
                onClick={() => props.agenda.remove(index)}
              >
                <IconX class="i i-s" aria-hidden="true" />
              </IconButton>
            </li>
          )}
        </Index>
      </ol>
      <div class="ag-end">
        <Button small icon={<IconPlus class="i i-s" aria-hidden="true" />} onClick={props.agenda.add}>
          {t('conferences.addPoint')}
        </Button>
        <Sum sum={props.agenda.sum()} length={props.minutesLong} />
      </div>
    </Field>
  );
}

function Sum(props: { sum: number; length: number | undefined }): JSX.Element {
  const { t } = useMessages();
  return (
    <Show when={props.length}>
      {(length) => (
        <p class="ag-sum" data-over={props.sum > length() ? '' : undefined}>
          {props.sum > length()
            ? t('before.sumOver', { sum: props.sum, length: length(), over: props.sum - length() })
            : t('before.sum', { sum: props.sum, length: length() })}
        </p>
      )}
    </Show>
  );
}

const nobody = 'nobody';

function AskedBy(props: {
  n: number;
  team: readonly PersonBrief[];
  value: PersonId | null;
  onValue: (id: PersonId | null) => void;
}): JSX.Element {
  const { t } = useMessages();
  return (
    <Select
      class="ag-by"
      data-nobody={props.value === null ? '' : undefined}
      aria-label={t('before.askedByOf', { n: props.n })}
      value={props.value ?? nobody}
      options={[
        { value: nobody, label: t('before.askedByNobody') },
        ...props.team.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      onValue={(value) => props.onValue(props.team.find(({ id }) => id === value)?.id ?? null)}
    />
  );
}
