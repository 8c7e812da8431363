/** Writes an assessment of today. It begins empty: what was rated before is shown beside, never taken over. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { AssessmentId, newId } from '../../../shared/ids.ts';
import {
  type AssessmentContent,
  assessmentEndpoints,
  type TriangleItem,
  TriangleSide,
  triangle,
} from '../../../shared/records/assessments.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

type Typed = Partial<Record<TriangleItem, { rating: number | null; note: string }>>;

export function AssessmentDialog(props: {
  latest: AssessmentContent | null;
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(AssessmentId);
  const [typed, setTyped] = createStore<Typed>({});
  const [summary, setSummary] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const items = (): AssessmentContent['items'] =>
    TriangleSide.options.flatMap((side) =>
      triangle[side].flatMap((item) => {
        const given = typed[item];
        return given?.rating ? [{ item, rating: given.rating, note: given.note.trim() }] : [];
      }),
    );
  const record = createAction(
    () =>
      call(assessmentEndpoints.record, {
        params: { householdId: room.household().id },
        body: {
          id,
          on: room.today(),
          content: { kind: 'assessment', items: items(), summary: summary() },
        },
      }),
    {
      touches: () => [householdKey(room.household().id, 'charge')],
      onDone: () => {
        showToast({ text: t('charge.assessmentSaved') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    if (items().length > 0) void record.run();
  };
  const rate = (item: TriangleItem, rating: number) =>
    setTyped(item, { rating: typed[item]?.rating === rating ? null : rating, note: typed[item]?.note ?? '' });
  return (
    <ActionDialog
      open
      shape="wide"
      onClose={props.onClose}
      title={t('charge.assessmentTitle')}
      description={t('charge.assessmentHint')}
      act={t('ui.save')}
      action={record}
      onSubmit={submit}
    >
      <For each={TriangleSide.options}>
        {(side) => (
          <fieldset class="rate-side">
            <legend>{t(`charge.side.${side}`)}</legend>
            <For each={triangle[side]}>
              {(item) => (
                <div class="rate-row">
                  <span class="rate-name">
                    {t(`charge.item.${item}`)}
                    <Show when={props.latest?.items.find((one) => one.item === item)}>
                      {(before) => (
                        <small class="soft">
                          {t('charge.before')} {before().rating}
                        </small>
                      )}
                    </Show>
                  </span>
                  <fieldset class="rate-marks" aria-label={t(`charge.item.${item}`)}>
                    <For each={[1, 2, 3, 4, 5]}>
                      {(rating) => (
                        <button
                          type="button"
                          aria-pressed={typed[item]?.rating === rating}
                          onClick={() => rate(item, rating)}
                        >
                          {rating}
                        </button>
                      )}
                    </For>
                  </fieldset>
                  <TextInput
                    aria-label={`${t(`charge.item.${item}`)}: ${t('charge.note')}`}
                    placeholder={t('charge.note')}
                    dir="auto"
                    maxlength="400"
                    value={typed[item]?.note ?? ''}
                    onValue={(note) => setTyped(item, { rating: typed[item]?.rating ?? null, note })}
                  />
                </div>
              )}
            </For>
          </fieldset>
        )}
      </For>
      <Field
        label={t('charge.summary')}
        error={asked() && items().length === 0 ? t('charge.assessmentMissing') : undefined}
        optional
      >
        <TextArea rows={3} value={summary()} onValue={setSummary} />
      </Field>
    </ActionDialog>
  );
}
