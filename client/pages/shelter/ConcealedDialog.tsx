/**
 * A concealed structure, for protection that was named: who knows of it, and its address, which is stored here and never
 * shown here.
 */
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { secretAddressEndpoints } from '../../../shared/records/secret-addresses.ts';
import { type Structure, structureEndpoints } from '../../../shared/records/structures.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords, RefusalNote } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';

type Part = 'people' | 'name' | 'address';

export function ConcealedDialog(props: { structure: Structure; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const announce = useAnnounce();
  const me = useMe();
  const structureId = props.structure.body.id;
  const [part, setPart] = createSignal<Part>('people');
  const back = () => setPart('people');
  const readers = createRead(structureEndpoints.readers, () => ({
    key: [...keys.structures, 'readers', structureId],
    input: { params: { structureId } },
  }));
  const unname = createAction(
    (person: PersonBrief) =>
      call(structureEndpoints.unname, { params: { structureId, personId: person.id } }),
    { touches: () => [keys.structures], onDone: () => announce(t('shelter.done')) },
  );
  return (
    <>
      <Dialog
        open={part() === 'people'}
        onClose={props.onClose}
        title={t('shelter.secretPeople')}
        description={<bdi>{props.structure.body.name}</bdi>}
        actions={
          <>
            <Button onClick={() => setPart('address')}>{t('keep.shelter.address')}</Button>
            <Button kind="primary" onClick={() => setPart('name')}>
              {t('shelter.secretGrant')}
            </Button>
          </>
        }
      >
        <Answered read={readers} lines={3}>
          {(answer) => (
            <ul>
              <For each={answer().people}>
                {({ person, reason }) => (
                  <li class="line">
                    <span dir="auto">{person.name}</span>
                    <span class="soft" dir="auto">
                      {reason}
                    </span>
                    <Show when={person.id !== me().id}>
                      <span class="end">
                        <Button
                          small
                          kind="quiet"
                          busy={unname.busy()}
                          onClick={() => void unname.run(person)}
                        >
                          {t('shelter.secretEnd', { person: person.name })}
                        </Button>
                      </span>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Answered>
        <Show when={unname.refusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
      </Dialog>
      <Show when={part() === 'name'}>
        <NameDialog structure={props.structure} onClose={back} />
      </Show>
      <Show when={part() === 'address'}>
        <AddressDialog structure={props.structure} onClose={back} />
      </Show>
    </>
  );
}

function NameDialog(props: { structure: Structure; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const structureId = props.structure.body.id;
  const [person, setPerson] = createSignal<PersonBrief | null>(null);
  const [tried, setTried] = createSignal(false);
  const name = createAction(
    (personId: PersonBrief['id'], reason: string) =>
      call(structureEndpoints.name, { params: { structureId, personId }, body: { reason } }),
    {
      touches: () => [keys.structures],
      onDone: () => showToast({ text: t('shelter.secretGranted', { person: person()?.name ?? '' }) }),
    },
  );
  const run = async (reason: string) => {
    setTried(true);
    const chosen = person();
    return chosen ? name.run(chosen.id, reason) : false;
  };
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('shelter.secretGrantTitle')}
      description={<bdi>{props.structure.body.name}</bdi>}
      act={t('shelter.secretGrantAct')}
      action={{ ...name, run }}
    >
      <Field
        label={t('team.person')}
        error={tried() && !person() ? t('fields.person') : fieldWords(t, name.problemAt('personId'))}
        required
      >
        <PersonPicker value={person()} onValue={setPerson} />
      </Field>
    </ReasonDialog>
  );
}

function AddressDialog(props: { structure: Structure; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [words, setWords] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const store = createAction(
    () =>
      call(secretAddressEndpoints.storeOfStructure, {
        params: { structureId: props.structure.body.id },
        body: { address: words().trim() },
      }),
    {
      onDone: () => {
        setWords('');
        showToast({ text: t('shelter.secretStored') });
        props.onClose();
      },
    },
  );
  const short = () => words().trim().length < 5;
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.secretStoreTitle')}
      description={t('keep.shelter.addressNote')}
      act={t('ui.save')}
      action={store}
      onSubmit={() => {
        setTried(true);
        if (!short()) void store.run();
      }}
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
