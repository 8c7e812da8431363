/** Answering an invitation: coming, online, not coming, with a word for who organises. */
import { createSignal, type JSX, Show } from 'solid-js';
import { conferenceBeforeEndpoints } from '../../../shared/records/conference-before.ts';
import { type Conference, Reply } from '../../../shared/records/conferences.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

/** One's own answer, as it counts for the hour the conference has now. */
export const replyOf = (conference: Conference, personId: string) =>
  conference.replies.find(({ person, stale }) => person.id === personId && !stale);

/** Nothing for whoever isn't asked. */
export function ReplyButton(props: { conference: Conference }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const [asking, setAsking] = createSignal(false);
  const own = () => replyOf(props.conference, me().id);
  return (
    <Show when={props.conference.can.reply}>
      <Button small kind={own() ? 'quiet' : undefined} onClick={() => setAsking(true)}>
        {own() ? t('before.replyChange') : t('before.replyShort')}
      </Button>
      <Show when={asking()}>
        <ReplyDialog conference={props.conference} onClose={() => setAsking(false)} />
      </Show>
    </Show>
  );
}

function ReplyDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const { id: conferenceId, start, household } = props.conference;
  const before = replyOf(props.conference, me().id);
  const [reply, setReply] = createSignal<Reply | ''>(before?.reply ?? '');
  const [words, setWords] = createSignal(before?.words ?? '');
  const [asked, setAsked] = createSignal(false);
  const send = createAction(
    (body: { reply: Reply; words: string; start: typeof start }) =>
      call(conferenceBeforeEndpoints.reply, { params: { householdId: household.id, conferenceId }, body }),
    {
      touches: () => [everythingOfHousehold(household.id), keys.myConferences],
      onDone: () => {
        showToast({ text: t('before.replyDone') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const chosen = reply();
    if (chosen !== '') void send.run({ reply: chosen, words: words().trim(), start });
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('before.reply')}
      description={formats().dateTime(start)}
      act={t('before.replyShort')}
      action={send}
      onSubmit={submit}
    >
      <Field
        group
        label={t('before.replyTitle')}
        error={asked() && reply() === '' ? t('fields.missing') : undefined}
      >
        <RadioGroup
          value={reply()}
          options={Reply.options.map((value) => ({ value, label: t(`before.reply.${value}`) }))}
          onValue={setReply}
        />
      </Field>
      <Field label={t('before.replyWords')} optional error={fieldWords(t, send.problemAt('words'))}>
        <TextInput dir="auto" maxLength={300} value={words()} onValue={setWords} />
      </Field>
    </ActionDialog>
  );
}
