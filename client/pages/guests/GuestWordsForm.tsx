/** A guest hands in words for the minutes, and sees what became of those she handed in. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { GuestWordsId, newId } from '../../../shared/ids.ts';
import { type GuestView, guestEndpoints } from '../../../shared/records/guests.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

export function GuestWordsForm(props: { words: GuestView['words']; onSaid: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const [id, setId] = createSignal(newId(GuestWordsId));
  const [text, setText] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const say = createAction(() => call(guestEndpoints.say, { body: { id: id(), text: text().trim() } }), {
    onDone: () => {
      setText('');
      setTried(false);
      setId(newId(GuestWordsId));
      showToast({ text: t('guests.page.said') });
      props.onSaid();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (text().trim()) void say.run();
  };
  const otherRefusal = () => unlessSaid(say.refusal());
  return (
    <section class="gp-words" aria-label={t('guests.page.say')}>
      <form onSubmit={submit}>
        <Field
          label={t('guests.page.say')}
          hint={t('guests.page.sayHint')}
          error={tried() && !text().trim() ? t('fields.missing') : fieldWords(t, say.problemAt('text'))}
        >
          <TextArea rows={3} maxlength={2000} dir="auto" value={text()} onValue={setText} />
        </Field>
        <Show when={otherRefusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
        <Button type="submit" busy={say.busy()}>
          {t('guests.page.sayAct')}
        </Button>
      </form>
      <Show when={props.words.length > 0}>
        <ul>
          <For each={props.words}>
            {(words) => (
              <li>
                <span dir="auto">{words.text}</span>
                <small>
                  {formats().time(words.at)} · {t(`guests.page.state.${words.state}`)}
                </small>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
