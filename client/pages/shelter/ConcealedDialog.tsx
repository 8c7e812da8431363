/**
 * A concealed structure, for protection that was named: who knows of it, and its address, which is stored here and never
 * shown here.
 */
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { secretAddressEndpoints } from '../../../shared/records/secret-addresses.ts';
import { type Structure, structureEndpoints } from '../../../shared/records/structures.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AddressDialog, NameDialog } from './SecretDialogs.tsx';

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
        <NameDialog
          place={props.structure.body.name}
          send={(personId, reason) =>
            call(structureEndpoints.name, { params: { structureId, personId }, body: { reason } })
          }
          touches={[keys.structures]}
          onClose={back}
        />
      </Show>
      <Show when={part() === 'address'}>
        <AddressDialog
          explain={t('keep.shelter.addressNote')}
          send={(address) =>
            call(secretAddressEndpoints.storeOfStructure, { params: { structureId }, body: { address } })
          }
          touches={[]}
          onClose={back}
        />
      </Show>
    </>
  );
}
