/** Signing in with the account of one's body. Someone already signed in is taken to where they were going. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, Match, Show, Switch } from 'solid-js';
import IconEye from '~icons/lucide/eye';
import IconEyeOff from '~icons/lucide/eye-off';
import { createAction } from '../../api/action.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { useSession } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { destinationOf } from './destination.ts';
import { SessionScene } from './SessionScene.tsx';
export default function SignInPage() {
    const { t, setLanguage } = useMessages();
    const session = useSession();
    const navigate = useNavigate();
    const [search] = useSearchParams();
    const [email, setEmail] = createSignal('');
    const [password, setPassword] = createSignal('');
    const [shown, setShown] = createSignal(false);
    const signIn = createAction(session.signIn, {
        onDone: (person) => void setLanguage(person.screenLanguage),
    });
    createEffect(() => {
        if (session.state().kind === 'signed-in')
            navigate(destinationOf(search.next), { replace: true });
    });
    const submit = (event) => {
        event.preventDefault();
        void signIn.run(email().trim(), password());
    };
    const enterAs = (account) => {
        setEmail(account.email);
        setPassword(account.password);
        void signIn.run(account.email, account.password);
    };
    const left = () => {
        const state = session.state();
        return state.kind === 'signed-out' ? state.why : undefined;
    };
    return (<SessionScene>
      <PageHeading>{t('session.signIn')}</PageHeading>
      <p class="si-lead">{t('session.purpose')}</p>
      <Switch>
        <Match when={signIn.refusal()}>{(refusal) => <RefusalNote refusal={refusal()}/>}</Match>
        <Match when={left() === 'ended'}>
          <p class="si-note" role="status">
            {t('session.ended')}
          </p>
        </Match>
        <Match when={left() === 'left'}>
          <p class="si-note" role="status">
            {t('session.signedOut')}
          </p>
        </Match>
      </Switch>
      <form onSubmit={submit}>
        <Field label={t('session.email')}>
          <TextInput type="email" name="email" autocomplete="username" dir="ltr" value={email()} onValue={setEmail}/>
        </Field>
        <Field label={t('session.password')}>
          <PasswordInput value={password()} onValue={setPassword} shown={shown()} onShown={setShown}/>
        </Field>
        <div class="si-row">
          <Button type="submit" kind="primary" busy={signIn.busy()}>
            {signIn.busy() ? t('session.signingIn') : t('session.continue')}
          </Button>
          <details class="si-help">
            <summary>{t('session.cannotEnter')}</summary>
            <p>{t('session.cannotEnterHelp')}</p>
          </details>
        </div>
      </form>
      <DemoAccounts onChoose={enterAs}/>
    </SessionScene>);
}
function PasswordInput(props) {
    const { t } = useMessages();
    return (<div class="si-pass">
      <TextInput type={props.shown ? 'text' : 'password'} name="password" autocomplete="current-password" dir="ltr" value={props.value} onValue={props.onValue}/>
      <IconButton label={props.shown ? t('session.hidePassword') : t('session.showPassword')} aria-pressed={props.shown} onClick={() => props.onShown(!props.shown)}>
        <Show when={props.shown} fallback={<IconEye class="i" aria-hidden="true"/>}>
          <IconEyeOff class="i" aria-hidden="true"/>
        </Show>
      </IconButton>
    </div>);
}
