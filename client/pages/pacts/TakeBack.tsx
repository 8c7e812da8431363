/**
 * A device that was handed over goes back to the worker whose account is open on it: with the password, because behind
 * this page is everything the account may see.
 */
import { useBeforeLeave, useNavigate } from '@solidjs/router';
import { createSignal, type JSX } from 'solid-js';
import { sessionEndpoints } from '../../../shared/records/session.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';

export function TakeBack(props: { to: string }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const navigate = useNavigate();
  const [asking, setAsking] = createSignal(false);
  const [password, setPassword] = createSignal('');
  let given = false;
  // The browser's own way back too.
  useBeforeLeave((leaving) => {
    if (given) return;
    leaving.preventDefault();
    setAsking(true);
  });
  const confirm = createAction(
    () => call(sessionEndpoints.signIn, { body: { email: me().email, password: password() } }),
    {
      onDone: () => {
        given = true;
        navigate(props.to);
      },
    },
  );
  const close = () => {
    setAsking(false);
    setPassword('');
    confirm.clear();
  };
  return (
    <>
      <p class="sg-back">
        <Button small kind="quiet" onClick={() => setAsking(true)}>
          {t('pacts.sign.takeBack', { name: me().name })}
        </Button>
      </p>
      <ActionDialog
        open={asking()}
        onClose={close}
        title={t('pacts.sign.takeBackTitle', { name: me().name })}
        description={t('pacts.sign.takeBackIntro')}
        act={t('pacts.sign.takeBackDo')}
        action={confirm}
        onSubmit={() => void confirm.run()}
      >
        <Field label={t('session.password')} required>
          <TextInput type="password" autocomplete="off" dir="ltr" value={password()} onValue={setPassword} />
        </Field>
      </ActionDialog>
    </>
  );
}
