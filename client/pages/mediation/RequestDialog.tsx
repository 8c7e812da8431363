/** Asking for a mediator (A5): for a meeting, or about a passage of a text, where her answer then stands (A6). */
import './mediation.css';
import { createSignal, type JSX, Show } from 'solid-js';
import { instantOf } from '../../../shared/dates.ts';
import { MediationId, newId } from '../../../shared/ids.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import {
  MediationAim,
  MediationMode,
  type MediationPassage,
  mediationEndpoints,
  speaks,
} from '../../../shared/records/mediation.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

/** Words of a text that a request is about. */
export type AboutPassage = {
  readonly quote: string;
  readonly passage: MediationPassage;
  /** Called when the request is there: the page hangs the question on the words. */
  readonly onAsked: (question: string) => void;
};

export function RequestDialog(props: { about?: AboutPassage | undefined; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(MediationId);
  const spoken = room.household().languages.find((code) => code !== 'it') ?? 'ar';
  const [language, setLanguage] = createSignal<ContentLanguage>(spoken);
  const [aim, setAim] = createSignal<MediationAim>(
    room.household().status === 'screening' ? 'entry_barrier' : 'trust',
  );
  const [mode, setMode] = createSignal<MediationMode>(props.about ? 'written' : 'in_person');
  const [at, setAt] = createSignal('');
  const [place, setPlace] = createSignal('');
  const [note, setNote] = createSignal('');
  const roster = createRead(mediationEndpoints.roster, () => ({
    key: [...keys.mediation, 'roster'],
    input: {},
  }));
  const speakers = () => roster.value()?.mediators.filter((entry) => speaks(entry, language())).length;
  const request = createAction(
    () =>
      call(mediationEndpoints.request, {
        params: { householdId: room.household().id },
        body: {
          id,
          language: language(),
          aim: aim(),
          mode: mode(),
          at: at() ? instantOf(new Date(at())) : null,
          place: place().trim(),
          note: note().trim(),
          ...(props.about ? { passage: props.about.passage } : {}),
        },
      }),
    {
      touches: () => [householdKey(room.household().id, 'mediation')],
      onDone: () => {
        props.about?.onAsked(note().trim());
        showToast({ text: t('mediation.requested') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('mediation.request')}
      description={t('mediation.requestExplain')}
      act={t('mediation.request')}
      action={request}
      onSubmit={() => void request.run()}
    >
      <Show when={props.about?.quote}>
        {(quote) => (
          <blockquote class="med-q" dir="auto">
            {quote()}
          </blockquote>
        )}
      </Show>
      <div class="pair">
        <Field
          label={t('mediation.language')}
          hint={speakers() === undefined ? undefined : t('mediation.speaks', { n: speakers() ?? 0 })}
        >
          <Select
            value={language()}
            options={ContentLanguage.options
              .filter((code) => code !== 'it')
              .map((value) => ({ value, label: t(`functions.language.${value}`) }))}
            onValue={setLanguage}
          />
        </Field>
        <Field label={t('mediation.aim')}>
          <Select
            value={aim()}
            options={MediationAim.options.map((value) => ({ value, label: t(`mediation.aim.${value}`) }))}
            onValue={setAim}
          />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('mediation.mode')}>
          <Select
            value={mode()}
            options={MediationMode.options.map((value) => ({ value, label: t(`mediation.mode.${value}`) }))}
            onValue={setMode}
          />
        </Field>
        <Field label={t('mediation.when')} optional error={fieldWords(t, request.problemAt('at'))}>
          <TextInput type="datetime-local" value={at()} onValue={setAt} />
        </Field>
      </div>
      <Show when={mode() !== 'written'}>
        <Field label={t('mediation.where')} optional error={fieldWords(t, request.problemAt('place'))}>
          <TextInput dir="auto" maxlength={200} value={place()} onValue={setPlace} />
        </Field>
      </Show>
      <Field
        label={t('mediation.note')}
        hint={t('mediation.noteHint')}
        error={fieldWords(t, request.problemAt('note'))}
        required
      >
        <TextArea rows={3} maxlength={1000} value={note()} onValue={setNote} />
      </Field>
    </ActionDialog>
  );
}
