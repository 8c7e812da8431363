/** Free places by structure and day: a table in which every free day is a button. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { type Structure, structureEndpoints } from '../../../shared/records/structures.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { ConcealedDialog } from './ConcealedDialog.tsx';

export function StructureBoard(props: {
  from: Day;
  structures: readonly Structure[];
  /** Places that the chosen request needs: days with so many stand out. */
  needed: number;
  onDay: (structureId: BodyId, day: Day) => void;
  onMove: (days: number) => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const [changing, setChanging] = createSignal<Structure>();
  const [naming, setNaming] = createSignal<Structure>();
  const days = () => (props.structures[0]?.free ?? []).map((_, index) => addDays(props.from, index));
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('shelter.board')}</h2>
        <span class="end">
          <Button small kind="quiet" onClick={() => props.onMove(-14)}>
            {t('shelter.earlier')}
          </Button>
          <Button small kind="quiet" onClick={() => props.onMove(14)}>
            {t('shelter.later')}
          </Button>
        </span>
      </div>
      <Show
        when={props.structures.length > 0}
        fallback={
          <EmptyState size="part" title={t('shelter.noStructures')}>
            {t('shelter.noStructuresNext')}
          </EmptyState>
        }
      >
        <section class="shelter-board" aria-label={t('shelter.board')} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('shelter.structure')}</th>
                <For each={days()}>{(day) => <th scope="col">{formats().date(day)}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={props.structures}>
                {(structure) => (
                  <tr>
                    <th scope="row" class="shelter-name">
                      <b dir="auto">{structure.body.name}</b>
                      <small>
                        {formats().number(structure.capacity)} {t('shelter.places')}
                        <Show when={structure.concealed}> · {t('shelter.concealedStructure')}</Show>
                      </small>{' '}
                      <Show when={!structure.open}>
                        <Tag>{t('shelter.closed')}</Tag>
                      </Show>
                      <Button
                        small
                        kind="quiet"
                        aria-label={`${t('shelter.change')}: ${structure.body.name}`}
                        onClick={() => setChanging(structure)}
                      >
                        {t('shelter.change')}
                      </Button>
                      <Show when={structure.mayName}>
                        <Button
                          small
                          kind="quiet"
                          aria-label={`${t('keep.shelter.who')} ${structure.body.name}`}
                          onClick={() => setNaming({ ...structure })}
                        >
                          {t('keep.shelter.who')}
                        </Button>
                      </Show>
                    </th>
                    <For each={days()}>
                      {(day, index) => <Cell structure={structure} day={day} at={index()} {...props} />}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
      <Show when={changing()} keyed>
        {(structure) => <TermsDialog structure={structure} onClose={() => setChanging(undefined)} />}
      </Show>
      <Show when={naming()} keyed>
        {(structure) => <ConcealedDialog structure={structure} onClose={() => setNaming(undefined)} />}
      </Show>
    </section>
  );
}

function Cell(props: {
  structure: Structure;
  day: Day;
  at: number;
  needed: number;
  onDay: (structureId: BodyId, day: Day) => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const free = () => props.structure.free[props.at] ?? 0;
  const label = () =>
    t('shelter.freeOn', {
      structure: props.structure.body.name,
      day: formats().date(props.day),
      count: Math.max(0, free()),
    });
  return (
    <td>
      <Show
        when={free() > 0 && props.structure.open}
        fallback={
          <span class="shelter-day" data-full title={label()}>
            {formats().number(Math.max(0, free()))}
          </span>
        }
      >
        <button
          type="button"
          class="shelter-day"
          data-fits={props.needed > 0 && free() >= props.needed ? '' : undefined}
          aria-label={label()}
          onClick={() => props.onDay(props.structure.body.id, props.day)}
        >
          {formats().number(free())}
        </button>
      </Show>
    </td>
  );
}

/** Places, guests of others, who is taken, whether it takes new bookings. */
function TermsDialog(props: { structure: Structure; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const before = props.structure;
  const [capacity, setCapacity] = createSignal(String(before.capacity));
  const [others, setOthers] = createSignal(String(before.others));
  const [age, setAge] = createSignal(before.childAgeMax === null ? '' : String(before.childAgeMax));
  const [alert, setAlert] = createSignal(before.alertNights === null ? '' : String(before.alertNights));
  const [pregnant, setPregnant] = createSignal(before.takesPregnant);
  const [children, setChildren] = createSignal(before.takesChildren);
  const [open, setOpen] = createSignal(before.open);
  const whole = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  const save = createAction(
    () =>
      call(structureEndpoints.change, {
        params: { structureId: before.body.id },
        body: {
          capacity: whole(capacity()) ?? 0,
          others: whole(others()) ?? 0,
          childAgeMax: whole(age()),
          alertNights: whole(alert()),
          takesPregnant: pregnant(),
          takesChildren: children(),
          open: open(),
          version: before.version,
        },
      }),
    {
      touches: () => [keys.structures],
      onDone: () => {
        showToast({ text: t('shelter.done') });
        props.onClose();
      },
    },
  );
  const number = (label: string, path: string, value: string, set: (text: string) => void, hint?: string) => (
    <Field label={label} hint={hint} error={fieldWords(t, save.problemAt(path))}>
      <TextInput inputmode="numeric" value={value} onValue={set} />
    </Field>
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.changeTitle')}
      description={<bdi>{before.body.name}</bdi>}
      act={t('ui.save')}
      action={save}
      onSubmit={() => void save.run()}
    >
      <div class="pair">
        {number(t('shelter.capacity'), 'capacity', capacity(), setCapacity)}
        {number(t('shelter.others'), 'others', others(), setOthers)}
      </div>
      <div class="pair">
        {number(t('shelter.childAgeMax'), 'childAgeMax', age(), setAge, t('shelter.childAgeMaxHint'))}
        {number(t('shelter.alertNights'), 'alertNights', alert(), setAlert)}
      </div>
      <Checkbox checked={pregnant()} label={t('shelter.takesPregnant')} onValue={setPregnant} />
      <Checkbox checked={children()} label={t('shelter.takesChildren')} onValue={setChildren} />
      <Checkbox checked={open()} label={t('shelter.open')} onValue={setOpen} />
    </ActionDialog>
  );
}
