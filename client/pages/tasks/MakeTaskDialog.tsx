/**
 * Assigning a task: to one person of the team or the family, from words of a document, from a decision, or by hand. Its
 * id is made when the dialog opens, so that sending it twice makes one task.
 */
import { createSignal, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { type GoalId, newId, TaskId } from '../../../shared/ids.ts';
import type { Household } from '../../../shared/records/households.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { type Task, type TaskSource, taskEndpoints } from '../../../shared/records/tasks.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { peopleOf } from '../households/people-of.ts';
import { createToday } from '../today-day.ts';

/** What the task comes from. */
export type TaskSeed = {
  readonly title: string;
  readonly source: TaskSource;
  readonly goalId?: GoalId | undefined;
};

export type MakeTaskDialogProps = {
  household: Household;
  /** Open while there is a seed. */
  seed: TaskSeed | undefined;
  onClose: () => void;
  /** For the chip in the text. */
  onMade?: ((task: Task) => void) | undefined;
};

/** As the contract's draft wants a title, in characters. */
export const titleLong = 300;
export const titleShort = 3;

/** What a quote gives a title: a line, not a paragraph. */
const lineLong = 140;

/** The quote as a title: its beginning, cut between words. */
export const firstWords = (text: string): string =>
  text.length <= lineLong ? text : `${text.slice(0, lineLong).replace(/\s+\S*$/u, '')}…`;

export function MakeTaskDialog(props: MakeTaskDialogProps): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const today = createToday();
  const [id, setId] = createSignal(newId(TaskId));
  const [title, setTitle] = createSignal('');
  const [owner, setOwner] = createSignal<PersonBrief | null>(null);
  const [due, setDue] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  whenChanged(
    () => props.seed,
    (seed) => {
      if (!seed) return;
      setId(newId(TaskId));
      setTitle(firstWords(seed.title));
      setAsked(false);
      assign.clear();
    },
  );
  const assign = createAction(
    (seed: TaskSeed, ownerId: PersonBrief['id']) =>
      call(taskEndpoints.assign, {
        params: { householdId: props.household.id },
        body: {
          id: id(),
          title: title().trim(),
          ownerId,
          due: due() ? Day.parse(due()) : null,
          source: seed.source,
          goalId: seed.goalId ?? null,
        },
      }),
    {
      touches: () => [
        householdKey(props.household.id, 'tasks'),
        householdKey(props.household.id, 'rights'),
        keys.myTasks,
      ],
      onDone: (task) => {
        showToast({ text: t('tasks.assigned', { person: task.owner.name }) });
        props.onMade?.(task);
        setOwner(null);
        setDue('');
        props.onClose();
      },
    },
  );
  const titleError = () =>
    asked() && title().trim().length < titleShort
      ? t('fields.tooShort')
      : fieldWords(t, assign.problemAt('title'));
  const ownerError = () =>
    asked() && !owner() ? t('fields.person') : fieldWords(t, assign.problemAt('ownerId'));
  const submit = () => {
    setAsked(true);
    const [seed, person] = [props.seed, owner()];
    if (seed && person && title().trim().length >= titleShort) void assign.run(seed, person.id);
  };
  const quote = () => {
    const source = props.seed?.source;
    return source?.kind === 'text' && source.quote.length > lineLong ? source.quote : undefined;
  };
  return (
    <ActionDialog
      open={props.seed !== undefined}
      onClose={props.onClose}
      title={t('tasks.makeTitle')}
      description={t('tasks.makeExplain')}
      act={t('tasks.assign')}
      action={assign}
      onSubmit={submit}
    >
      <Show when={quote()}>
        {(words) => (
          <blockquote class="quote" dir="auto">
            {words()}
          </blockquote>
        )}
      </Show>
      <Field label={t('tasks.what')} error={titleError()} required>
        <TextArea rows={2} value={title()} onValue={setTitle} maxlength={titleLong} />
      </Field>
      <Field label={t('tasks.who')} error={ownerError()} required>
        <PersonPicker value={owner()} onValue={setOwner} among={peopleOf(props.household)} />
      </Field>
      <Field label={t('tasks.when')} optional error={fieldWords(t, assign.problemAt('due'))}>
        <DateInput value={due()} min={today()} onValue={setDue} />
      </Field>
    </ActionDialog>
  );
}
