/** Remarks on minutes, with their answers; whoever took the minutes answers here. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Closing, minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import type { PartProps } from './ClosingDrawer.tsx';
import { closingTouches, paramsOf } from './closing-read.ts';

export function Remarks(props: PartProps): JSX.Element {
  const { t, formats } = useMessages();
  const title = (pointId: string | null) =>
    props.conference.agenda.find(({ id }) => id === pointId)?.title ?? t('closing.whole');
  return (
    <Show when={props.closing.remarks.length > 0}>
      <section>
        <h3>{t('closing.remarks')}</h3>
        <ul class="cl-l">
          <For each={props.closing.remarks}>
            {(remark) => (
              <li class="cl-r">
                <small>
                  <bdi>{remark.by.name}</bdi> · <bdi>{title(remark.pointId)}</bdi> ·{' '}
                  {formats().dateTime(remark.at)}
                </small>
                <p dir="auto">{remark.text}</p>
                <Show
                  when={remark.answer}
                  fallback={
                    <Show when={props.closing.can.answer} fallback={<small>{t('closing.unanswered')}</small>}>
                      <AnswerForm {...props} remark={remark} />
                    </Show>
                  }
                >
                  {(answer) => (
                    <div class="cl-an">
                      <small>
                        <bdi>{answer().by.name}</bdi> · {formats().dateTime(answer().at)}
                      </small>
                      <p dir="auto">{answer().text}</p>
                    </div>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function AnswerForm(props: PartProps & { remark: Closing['remarks'][number] }): JSX.Element {
  const { t } = useMessages();
  const [text, setText] = createSignal('');
  const answer = createAction(
    () =>
      call(minutesEndpoints.answerRemark, {
        params: { ...paramsOf(props.conference), remarkId: props.remark.id },
        body: { text: text().trim() },
      }),
    { touches: () => closingTouches(props.conference) },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void answer.run();
      }}
    >
      <Field label={t('closing.answer')} error={fieldWords(t, answer.problemAt('text'))}>
        <TextArea rows={2} value={text()} onValue={setText} maxlength={2000} dir="auto" />
      </Field>
      <RefusalNote refusal={unlessSaid(answer.refusal())} />
      <Button small type="submit" busy={answer.busy()}>
        {t('closing.answerAct')}
      </Button>
    </form>
  );
}
