/** What the coordination keeps about a training: its words and materials, and who came (C11). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import IconX from '~icons/lucide/x';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { type Training, trainingEndpoints } from '../../../shared/records/trainings.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { ChangeTrainingDialog } from './ChangeTrainingDialog.tsx';
import { wholeOf } from './lines.ts';

export function TrainingActs(props: { training: Training; hasBegun: boolean }): JSX.Element {
  const { t } = useMessages();
  const [open, setOpen] = createSignal<'change' | 'came'>();
  return (
    <div class="item-a">
      <Show when={props.hasBegun}>
        <Button
          small
          kind={props.training.attended.length + props.training.others === 0 ? 'plain' : 'quiet'}
          aria-label={`${t('keep.training.came')} ${props.training.title}`}
          onClick={() => setOpen('came')}
        >
          {t('keep.training.came')}
        </Button>
      </Show>
      <Button
        small
        kind="quiet"
        aria-label={`${t('keep.training.act')} ${props.training.title}`}
        onClick={() => setOpen('change')}
      >
        {t('keep.training.act')}
      </Button>
      <Show when={open() === 'change'}>
        <ChangeTrainingDialog training={{ ...props.training }} onClose={() => setOpen(undefined)} />
      </Show>
      <Show when={open() === 'came'}>
        <CameDialog training={{ ...props.training }} onClose={() => setOpen(undefined)} />
      </Show>
    </div>
  );
}

function CameDialog(props: { training: Training; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const before = props.training;
  const [people, setPeople] = createSignal<readonly PersonBrief[]>(before.attended);
  const [others, setOthers] = createSignal(String(before.others));
  const save = createAction(
    () =>
      call(trainingEndpoints.attendance, {
        params: { trainingId: before.id },
        body: {
          personIds: people().map(({ id }) => id),
          others: wholeOf(others()),
          version: before.version,
        },
      }),
    {
      touches: () => [keys.trainings],
      onDone: () => {
        showToast({ text: t('keep.training.saved') });
        props.onClose();
      },
    },
  );
  const add = (person: PersonBrief | null) => {
    if (person && !people().some(({ id }) => id === person.id)) setPeople([...people(), person]);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('territory.training.who')}
      description={<bdi>{before.title}</bdi>}
      act={t('ui.save')}
      action={save}
      onSubmit={() => void save.run()}
    >
      <Field
        label={t('keep.training.people')}
        error={fieldWords(t, save.problemAt('personIds'))}
        group
        optional
      >
        <PersonPicker value={null} onValue={add} />
        <ul>
          <For each={people()}>
            {(person) => (
              <li class="line">
                <span dir="auto">{person.name}</span>
                <span class="end">
                  <IconButton
                    label={`${t('ui.clear')}: ${person.name}`}
                    onClick={() => setPeople(people().filter(({ id }) => id !== person.id))}
                  >
                    <IconX class="i i-s" aria-hidden="true" />
                  </IconButton>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Field>
      <Field
        label={t('keep.training.others')}
        hint={t('keep.training.othersHint')}
        error={fieldWords(t, save.problemAt('others'))}
        required
      >
        <TextInput inputmode="numeric" value={others()} onValue={setOthers} />
      </Field>
    </ActionDialog>
  );
}
