/** Making one's account from an invitation: name, password, languages; then one is in. */
import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { invitationEndpoints } from '../../../shared/records/invitations.ts';
import { createAction } from '../../api/action.ts';
import { call, type Value } from '../../api/call.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useSession } from '../../api/session.tsx';
import { isLanguage, languages, ownNames } from '../../messages/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { ErrorNote, Loading } from '../../ui/notes.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SessionScene } from './SessionScene.tsx';

export default function InvitationPage(): JSX.Element {
  const { t } = useMessages();
  const params = useParams();
  const token = () => params.token ?? '';
  const invited = createRead(invitationEndpoints.look, () => ({
    key: ['invitation', token()],
    input: { params: { token: token() } },
  }));
  const ended = () => ['link-ended', 'not-available', 'invalid'].includes(invited.failure()?.code ?? '');
  return (
    <SessionScene>
      <Switch fallback={<Loading />}>
        <Match when={ended()}>
          <PageHeading>{t('session.invitationEnded')}</PageHeading>
          <p class="si-lead">{t('session.invitationEndedNext')}</p>
        </Match>
        <Match when={invited.value()}>
          {(invitation) => <AcceptForm token={token()} invitation={invitation()} />}
        </Match>
        <Match when={invited.failure()}>
          {(failure) => <ErrorNote code={failure().code} onRetry={invited.retry} />}
        </Match>
      </Switch>
    </SessionScene>
  );
}

type Invited = Value<typeof invitationEndpoints.look>;

function AcceptForm(props: { token: string; invitation: Invited }): JSX.Element {
  const { t, language, setLanguage } = useMessages();
  const session = useSession();
  const navigate = useNavigate();
  const [name, setName] = createSignal(props.invitation.name);
  const [password, setPassword] = createSignal('');
  const accept = createAction(
    () =>
      call(invitationEndpoints.accept, {
        params: { token: props.token },
        body: {
          name: name().trim(),
          password: password(),
          languages: [language()],
          screenLanguage: language(),
        },
      }),
    {
      onDone: () => void session.check().then(() => navigate('/', { replace: true })),
    },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void accept.run();
  };
  const otherRefusal = () => unlessSaid(accept.refusal());
  return (
    <>
      <PageHeading>{t('session.invitation')}</PageHeading>
      <p class="si-lead">
        <span class="cap">{t(`functions.function.${props.invitation.function}`)}</span>
        {', '}
        <bdi>{props.invitation.email}</bdi>
      </p>
      <form onSubmit={submit}>
        <Field label={t('session.invitationName')} error={fieldWords(t, accept.problemAt('name'))}>
          <TextInput autocomplete="name" dir="auto" value={name()} onValue={setName} />
        </Field>
        <Field
          label={t('session.invitationPassword')}
          hint={t('session.invitationPasswordHint')}
          error={fieldWords(t, accept.problemAt('password'))}
        >
          <TextInput
            type="password"
            autocomplete="new-password"
            dir="ltr"
            value={password()}
            onValue={setPassword}
          />
        </Field>
        <Field label={t('session.invitationLanguage')}>
          <Select
            value={language()}
            options={languages.map((code) => ({ value: code, label: ownNames[code] }))}
            onValue={(code) => isLanguage(code) && void setLanguage(code)}
          />
        </Field>
        <Show when={otherRefusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
        <div class="si-row">
          <Button type="submit" kind="primary" busy={accept.busy()}>
            {t('session.invitationAccept')}
          </Button>
        </div>
      </form>
    </>
  );
}
