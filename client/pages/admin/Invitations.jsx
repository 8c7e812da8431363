/** Inviting somebody: the link is shown once, to be copied, and never again. */
import { createSignal, For, Show } from 'solid-js';
import { ScreenLanguage } from '../../../shared/languages.ts';
import { invitationEndpoints } from '../../../shared/records/invitations.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { ownNames } from '../../messages/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { givenFunctions } from './Accounts.tsx';
export function Invitations() {
    const { t } = useMessages();
    const [inviting, setInviting] = createSignal(false);
    const [made, setMade] = createSignal();
    const read = createRead(invitationEndpoints.list, () => ({ key: keys.invitations, input: {} }));
    const button = () => (<Button kind="primary" onClick={() => setInviting(true)}>
      {t('admin.invite')}
    </Button>);
    return (<section class="sect">
      <Answered read={read} lines={5}>
        {(answer) => (<Show when={answer().invitations.length > 0} fallback={<EmptyState size="part" title={t('admin.noInvitations')} actions={button()}>
                {t('admin.noInvitationsNext')}
              </EmptyState>}>
            <div class="filters">{button()}</div>
            <ul>
              <For each={answer().invitations}>
                {(invitation) => <InvitationLine invitation={invitation}/>}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <InviteDialog open={inviting()} onClose={() => setInviting(false)} onMade={setMade}/>
      <Show when={made()}>{(one) => <LinkOnce made={one()} onClose={() => setMade(undefined)}/>}</Show>
    </section>);
}
function InvitationLine(props) {
    const { t, formats } = useMessages();
    const { showToast } = useToasts();
    const withdraw = createAction(() => call(invitationEndpoints.withdraw, { params: { invitationId: props.invitation.id } }), {
        touches: () => [keys.invitations],
        toast: true,
        onDone: () => showToast({ text: t('admin.withdrawn') }),
    });
    const waits = () => props.invitation.state === 'waiting';
    return (<li class="line">
      <span class="person-t">
        <b dir="auto">{props.invitation.name}</b>
        <small dir="ltr">{props.invitation.email}</small>
      </span>
      <span class="soft">
        {props.invitation.title || t(`functions.function.${props.invitation.function}`)}
      </span>
      <Tag tone={waits() ? 'waiting' : 'plain'}>{t(`admin.state.${props.invitation.state}`)}</Tag>
      <span class="end">
        <Show when={waits()}>
          {t('admin.until', { date: formats().date(props.invitation.expiresAt) })}
          <Button small kind="quiet" busy={withdraw.busy()} aria-label={t('admin.withdrawOf', { name: props.invitation.name })} onClick={() => void withdraw.run()}>
            {t('admin.withdraw')}
          </Button>
        </Show>
      </span>
    </li>);
}
function InviteDialog(props) {
    const { t } = useMessages();
    const [email, setEmail] = createSignal('');
    const [name, setName] = createSignal('');
    const [role, setRole] = createSignal('tutor');
    const [body, setBody] = createSignal(null);
    const [title, setTitle] = createSignal('');
    const [language, setLanguage] = createSignal('it');
    const invite = createAction(() => call(invitationEndpoints.create, {
        body: {
            email: email().trim(),
            name: name().trim(),
            function: role(),
            bodyId: body()?.id ?? null,
            title: title().trim(),
            screenLanguage: language(),
        },
    }), {
        touches: () => [keys.invitations],
        onDone: ({ invitation, link }) => {
            props.onClose();
            props.onMade({ name: invitation.name, link });
            setEmail('');
            setName('');
            setTitle('');
        },
    });
    return (<ActionDialog open={props.open} onClose={props.onClose} title={t('admin.inviteTitle')} description={t('admin.inviteExplain')} act={t('admin.send')} action={invite} onSubmit={() => void invite.run()}>
      <Field label={t('admin.email')} error={fieldWords(t, invite.problemAt('email'))} required>
        <TextInput type="email" dir="ltr" value={email()} onValue={setEmail}/>
      </Field>
      <Field label={t('admin.name')} error={fieldWords(t, invite.problemAt('name'))} required>
        <TextInput dir="auto" value={name()} onValue={setName}/>
      </Field>
      <div class="pair">
        <Field label={t('admin.function')} error={fieldWords(t, invite.problemAt('function'))}>
          <Select value={role()} options={givenFunctions.options.map((value) => ({
            value,
            label: t(`functions.function.${value}`),
        }))} onValue={setRole}/>
        </Field>
        <Field label={t('admin.language')}>
          <Select value={language()} options={ScreenLanguage.options.map((value) => ({ value, label: ownNames[value] }))} onValue={setLanguage}/>
        </Field>
      </div>
      <Field label={t('admin.body')} optional error={fieldWords(t, invite.problemAt('bodyId'))}>
        <BodyPicker value={body()} onValue={setBody}/>
      </Field>
      <Field label={t('admin.jobTitle')} optional error={fieldWords(t, invite.problemAt('title'))}>
        <TextInput dir="auto" value={title()} onValue={setTitle}/>
      </Field>
    </ActionDialog>);
}
/** The link, this once: it is stored only as a hash. */
function LinkOnce(props) {
    const { t } = useMessages();
    const [copied, setCopied] = createSignal(false);
    const copy = () => void navigator.clipboard.writeText(props.made.link).then(() => setCopied(true), () => setCopied(false));
    return (<Dialog open onClose={props.onClose} title={t('admin.linkTitle')} description={t('admin.linkExplain', { name: props.made.name })} actions={<>
          <Button onClick={copy}>{copied() ? t('admin.copied') : t('admin.copy')}</Button>
          <Button kind="primary" onClick={() => props.onClose()}>
            {t('admin.done')}
          </Button>
        </>}>
      <Field label={t('admin.link')}>
        <TextInput dir="ltr" readonly value={props.made.link} onFocus={(event) => event.currentTarget.select()}/>
      </Field>
    </Dialog>);
}
