/** Takes the link between a contact and a household away: asked once more, because the desk can't see which household it was. */
import { createSignal, type JSX, Show } from 'solid-js';
import { type DeskContact, deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';

export function UnlinkButton(props: { contact: DeskContact }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [asked, setAsked] = createSignal(false);
  const unlink = createAction(
    () =>
      call(deskContactEndpoints.link, {
        params: { contactId: props.contact.id },
        body: { householdId: null, version: props.contact.version },
      }),
    {
      touches: () => [keys.deskContacts],
      onDone: () => {
        showToast({ text: t('keep.unlink.done') });
        setAsked(false);
      },
    },
  );
  return (
    <>
      <Button
        small
        kind="quiet"
        aria-label={t('keep.unlink.title', { code: props.contact.code })}
        onClick={() => setAsked(true)}
      >
        {t('keep.unlink.act')}
      </Button>
      <Show when={asked()}>
        <ActionDialog
          open
          onClose={() => setAsked(false)}
          title={t('keep.unlink.title', { code: props.contact.code })}
          description={t('keep.unlink.note')}
          act={t('keep.unlink.act')}
          kind="alarm"
          action={unlink}
          onSubmit={() => void unlink.run()}
        />
      </Show>
    </>
  );
}
