/** Asking a guest to a conference, and her link, shown once. */
import { createSignal, type JSX, Show } from 'solid-js';
import { GuestId, newId } from '../../../shared/ids.ts';
import { ScreenLanguage } from '../../../shared/languages.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { type Guest, guestEndpoints, usualHoursAfter } from '../../../shared/records/guests.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { ownNames } from '../../messages/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

const hours = [0, usualHoursAfter, 24] as const;

export function AskGuestDialog(props: {
  open: boolean;
  onClose: () => void;
  conference: Conference;
}): JSX.Element {
  const { t, language } = useMessages();
  const { showToast } = useToasts();
  const empty = () => ({
    id: newId(GuestId),
    name: '',
    role: '',
    language: language(),
    email: '',
    hoursAfter: usualHoursAfter as number,
  });
  const [draft, setDraft] = createSignal(empty());
  const [tried, setTried] = createSignal(false);
  const [made, setMade] = createSignal<{ guest: Guest; link: string }>();
  const set = (change: Partial<ReturnType<typeof empty>>) => setDraft((before) => ({ ...before, ...change }));
  const of = () => ({ householdId: props.conference.household.id, conferenceId: props.conference.id });
  const ask = createAction(
    () =>
      call(guestEndpoints.invite, {
        params: of(),
        body: { ...draft(), email: draft().email.trim() || null },
      }),
    {
      touches: () => [householdKey(of().householdId, 'guests', props.conference.id)],
      onDone: ({ guest, link }) => {
        props.onClose();
        setDraft(empty());
        setTried(false);
        if (link !== null) setMade({ guest, link });
        else showToast({ text: t('guests.sent', { name: guest.name }) });
      },
    },
  );
  const missing = (value: string) => (tried() && value.trim().length < 2 ? t('fields.missing') : undefined);
  const submit = () => {
    setTried(true);
    if (draft().name.trim().length >= 2 && draft().role.trim().length >= 2) void ask.run();
  };
  return (
    <>
      <ActionDialog
        open={props.open}
        onClose={props.onClose}
        title={t('guests.askTitle')}
        description={t('guests.askExplain')}
        act={t('guests.send')}
        action={ask}
        onSubmit={submit}
      >
        <Field
          label={t('guests.name')}
          error={missing(draft().name) ?? fieldWords(t, ask.problemAt('name'))}
          required
        >
          <TextInput
            value={draft().name}
            maxlength={120}
            dir="auto"
            autocomplete="off"
            onValue={(name) => set({ name })}
          />
        </Field>
        <Field
          label={t('guests.role')}
          hint={t('guests.roleHint')}
          error={missing(draft().role) ?? fieldWords(t, ask.problemAt('role'))}
          required
        >
          <TextInput
            value={draft().role}
            maxlength={120}
            dir="auto"
            autocomplete="off"
            onValue={(role) => set({ role })}
          />
        </Field>
        <Field
          label={t('guests.email')}
          hint={t('guests.emailHint')}
          error={fieldWords(t, ask.problemAt('email'))}
          optional
        >
          <TextInput
            type="email"
            dir="ltr"
            autocomplete="off"
            value={draft().email}
            onValue={(email) => set({ email })}
          />
        </Field>
        <Field label={t('guests.language')}>
          <Select
            value={draft().language}
            options={ScreenLanguage.options.map((value) => ({ value, label: ownNames[value] }))}
            onValue={(value) => set({ language: value })}
          />
        </Field>
        <Field label={t('guests.until')}>
          <Select
            value={String(draft().hoursAfter)}
            options={hours.map((value) => ({ value: String(value), label: t(`guests.hours.${value}`) }))}
            onValue={(value) => set({ hoursAfter: Number(value) })}
          />
        </Field>
      </ActionDialog>
      <Show when={made()}>
        {(given) => (
          <LinkDialog guest={given().guest} link={given().link} onClose={() => setMade(undefined)} />
        )}
      </Show>
    </>
  );
}

/** The link is told once: whoever closes this without copying it makes another. */
export function LinkDialog(props: {
  guest: Guest;
  link: string | undefined;
  onClose: () => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  let field: HTMLInputElement | undefined;
  const copy = async (link: string) => {
    field?.select();
    try {
      await navigator.clipboard.writeText(link);
      showToast({ text: t('guests.copied') });
    } catch {
      field?.focus(); // no clipboard here: it is selected, and copied by hand
    }
  };
  return (
    <Dialog
      open={props.link !== undefined}
      onClose={props.onClose}
      title={t('guests.linkTitle', { name: props.guest.name })}
      description={t('guests.linkExplain', {
        opens: formats().dateTime(props.guest.opensAt),
        ends: formats().dateTime(props.guest.endsAt),
      })}
      actions={
        <>
          <Button onClick={props.onClose}>{t('guests.done')}</Button>
          <Button kind="primary" onClick={() => void copy(props.link ?? '')}>
            {t('guests.copy')}
          </Button>
        </>
      }
    >
      <Field label={t('guests.link')}>
        <TextInput
          ref={(input: HTMLInputElement) => {
            field = input;
          }}
          readonly
          dir="ltr"
          value={props.link ?? ''}
        />
      </Field>
    </Dialog>
  );
}
