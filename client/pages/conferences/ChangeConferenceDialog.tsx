/** Changing a conference that is still to come. What somebody else changed meanwhile is refused by its version. */
import { createSignal, type JSX } from 'solid-js';
import { type Conference, conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { ConferenceFields } from './ConferenceFields.tsx';
import { type ConferenceFormDraft, createConferenceForm } from './conference-form.ts';

/** Mount it to open it: it begins from the conference as it is at that moment. */
export function ChangeConferenceDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { version } = props.conference;
  const form = createConferenceForm(props.conference);
  const [asked, setAsked] = createSignal(false);
  const change = createAction(
    (draft: ConferenceFormDraft) =>
      call(conferenceEndpoints.change, {
        params: { householdId: props.conference.household.id, conferenceId: props.conference.id },
        body: { ...draft, version },
      }),
    {
      touches: () => [everythingOfHousehold(props.conference.household.id), keys.myConferences],
      onDone: () => {
        showToast({ text: t('conferences.changed') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const draft = form.draft();
    if (draft) void change.run(draft);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('conferences.changeTitle')}
      act={t('ui.save')}
      action={change}
      onSubmit={submit}
    >
      <ConferenceFields
        form={form}
        asked={asked()}
        problemAt={change.problemAt}
        agendaHint={t('before.headingsKept')}
      />
    </ActionDialog>
  );
}
