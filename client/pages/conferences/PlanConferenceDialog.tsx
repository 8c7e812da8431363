/** Planning a conference. Its id is made here, so that sending it twice plans one (X1). */
import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, type JSX, Show } from 'solid-js';
import { ConferenceId, newId } from '../../../shared/ids.ts';
import { conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { ConferenceFields } from './ConferenceFields.tsx';
import { type ConferenceFormDraft, createConferenceForm } from './conference-form.ts';

/** Mounted with its words when first opened, and kept then: closing it loses nothing typed. */
export function PlanConferenceDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { fetchWords } = useMessages();
  const [begun, setBegun] = createSignal(false);
  createEffect(() => {
    if (props.open && !begun()) void fetchWords('before').then(setBegun);
  });
  return (
    <Show when={begun()}>
      <Planning open={props.open} onClose={props.onClose} />
    </Show>
  );
}

function Planning(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const navigate = useNavigate();
  const form = createConferenceForm();
  const [id, setId] = createSignal(newId(ConferenceId));
  const [asked, setAsked] = createSignal(false);
  const plan = createAction(
    (draft: ConferenceFormDraft) =>
      call(conferenceEndpoints.schedule, {
        params: { householdId: room.household().id },
        body: { ...draft, id: id() },
      }),
    {
      touches: () => [
        householdKey(room.household().id, 'conferences'),
        householdKey(room.household().id, 'page'),
        keys.myConferences,
      ],
      onDone: (conference) => {
        showToast({ text: t('conferences.planned', { when: formats().dateTime(conference.start) }) });
        setId(newId(ConferenceId));
        setAsked(false);
        props.onClose();
        navigate(`${room.base}/conferences/${conference.id}`);
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const draft = form.draft();
    if (draft) void plan.run(draft);
  };
  return (
    <ActionDialog
      open={props.open}
      onClose={props.onClose}
      shape="wide"
      title={t('conferences.plan')}
      act={t('conferences.planAct')}
      action={plan}
      onSubmit={submit}
    >
      <ConferenceFields form={form} asked={asked()} problemAt={plan.problemAt} />
    </ActionDialog>
  );
}
