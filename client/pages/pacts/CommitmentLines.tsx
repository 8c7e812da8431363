/** The commitments of a pact while it is written: each names who, what and, where there is one, by when (C4). */
import { For, type JSX } from 'solid-js';
import { CommitmentId, newId } from '../../../shared/ids.ts';
import type { Action } from '../../api/action.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextInput } from '../../ui/inputs.tsx';

/** One as typed; `who` is an id, `due` empty while there is no day. */
export type Line = {
  readonly id: CommitmentId;
  readonly who: string;
  readonly what: string;
  readonly due: string;
};

/** A line in which nothing was written isn't sent. */
export const isSaid = ({ what }: Line): boolean => what.trim().length > 0;

export function CommitmentLines(props: {
  lines: readonly Line[];
  onLines: (change: (all: readonly Line[]) => readonly Line[]) => void;
  holders: readonly { readonly value: string; readonly label: string }[];
  /** Who a new line begins with. */
  first: string;
  /** The days between which the pact lasts. */
  span: { readonly start: string; readonly end: string };
  problemAt: Action<[]>['problemAt'];
}): JSX.Element {
  const { t } = useMessages();
  const lineOf = (id: CommitmentId): Line =>
    props.lines.find((line) => line.id === id) ?? { id, who: props.first, what: '', due: '' };
  const change = (id: CommitmentId, given: Partial<Line>) =>
    props.onLines((all) => all.map((line) => (line.id === id ? { ...line, ...given } : line)));
  /** Problems count the lines that were sent. */
  const problem = (id: CommitmentId, field: 'who' | 'what' | 'due') => {
    const sent = props.lines.filter(isSaid).findIndex((line) => line.id === id);
    return sent === -1 ? undefined : fieldWords(t, props.problemAt(`commitments.${sent}.${field}`));
  };
  return (
    <Field group label={t('pacts.commitments')} error={fieldWords(t, props.problemAt('commitments'))}>
      <For each={props.lines.map(({ id }) => id)}>
        {(id, at) => (
          <div class="pa-commit">
            <Field label={t('pacts.form.who')} error={problem(id, 'who')}>
              <Select value={lineOf(id).who} options={props.holders} onValue={(who) => change(id, { who })} />
            </Field>
            <Field label={t('pacts.form.due')} optional error={problem(id, 'due')}>
              <DateInput
                value={lineOf(id).due}
                min={props.span.start}
                max={props.span.end}
                onValue={(due) => change(id, { due })}
              />
            </Field>
            <Button
              small
              kind="quiet"
              aria-label={t('pacts.form.removeCommitment', { number: at() + 1 })}
              onClick={() => props.onLines((all) => all.filter((line) => line.id !== id))}
            >
              ×
            </Button>
            <Field label={t('pacts.form.what')} error={problem(id, 'what')}>
              <TextInput
                dir="auto"
                value={lineOf(id).what}
                maxlength={500}
                onValue={(what) => change(id, { what })}
              />
            </Field>
          </div>
        )}
      </For>
      <Button
        small
        onClick={() =>
          props.onLines((all) => [...all, { id: newId(CommitmentId), who: props.first, what: '', due: '' }])
        }
      >
        {t('pacts.form.addCommitment')}
      </Button>
    </Field>
  );
}
