/** Keeping an address secret and naming who may know of it: the same of a household's own place and of a structure. */
import { createSignal, type JSX } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import type { Answer } from '../../api/call.ts';
import type { Key } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';

/** As the contract wants an address, in characters. */
const leastLong = 5;

export function AddressDialog(props: {
  explain: string;
  send: (address: string) => Promise<Answer<unknown>>;
  touches: readonly Key[];
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [words, setWords] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const store = createAction(() => props.send(words().trim()), {
    touches: () => props.touches,
    onDone: () => {
      setWords('');
      showToast({ text: t('shelter.secretStored') });
      props.onClose();
    },
  });
  const short = () => words().trim().length < leastLong;
  const submit = () => {
    setTried(true);
    if (!short()) void store.run();
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.secretStoreTitle')}
      description={props.explain}
      act={t('ui.save')}
      action={store}
      onSubmit={submit}
    >
      <Field
        label={t('shelter.secretAddress')}
        error={tried() && short() ? t('fields.tooShort') : fieldWords(t, store.problemAt('address'))}
        required
      >
        <TextArea
          rows={2}
          value={words()}
          maxlength={400}
          autocomplete="off"
          spellcheck={false}
          onValue={setWords}
        />
      </Field>
    </ActionDialog>
  );
}

export function NameDialog(props: {
  /** Where there is more than one place it may be about. */
  place?: string | undefined;
  likely?: readonly PersonBrief[] | undefined;
  send: (personId: PersonBrief['id'], reason: string) => Promise<Answer<unknown>>;
  touches: readonly Key[];
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [person, setPerson] = createSignal<PersonBrief | null>(null);
  const [tried, setTried] = createSignal(false);
  const name = createAction((personId: PersonBrief['id'], reason: string) => props.send(personId, reason), {
    touches: () => props.touches,
    onDone: () => showToast({ text: t('shelter.secretGranted', { person: person()?.name ?? '' }) }),
  });
  const run = async (reason: string) => {
    const chosen = person();
    return chosen ? name.run(chosen.id, reason) : false;
  };
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('shelter.secretGrantTitle')}
      description={props.place && <bdi>{props.place}</bdi>}
      act={t('shelter.secretGrantAct')}
      action={{ ...name, run }}
      ready={() => {
        setTried(true);
        return person() !== null;
      }}
    >
      <Field
        label={t('team.person')}
        error={tried() && !person() ? t('fields.person') : fieldWords(t, name.problemAt('personId'))}
        required
      >
        <PersonPicker value={person()} onValue={setPerson} likely={props.likely} />
      </Field>
    </ReasonDialog>
  );
}
