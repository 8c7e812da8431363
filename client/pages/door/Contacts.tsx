/** Contacts of all desks: found by the code on a slip, continued here, linked to a household one works with. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { dayOf } from '../../../shared/dates.ts';
import { BodyId, DeskContactId, HouseholdId, newId } from '../../../shared/ids.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import {
  ContactOutcome,
  ContactSubject,
  type DeskContact,
  deskContactEndpoints,
} from '../../../shared/records/desk-contacts.ts';
import { householdEndpoints } from '../../../shared/records/households.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { createPagedRead } from '../../api/read-pages.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/dates.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { MoreButton } from '../MoreButton.tsx';
import { DeskSelect } from './DeskSelect.tsx';
import { UnlinkButton } from './UnlinkButton.tsx';

export function Contacts(): JSX.Element {
  const { t } = useMessages();
  const [code, setCode] = createSignal('');
  const [writing, setWriting] = createSignal<DeskContact | 'new'>();
  const [linking, setLinking] = createSignal<DeskContact>();
  const whole = () => code().replace(/[^a-z0-9]/gi, '').length === 6;
  const read = createPagedRead(() => ({
    key: [...keys.deskContacts, { code: whole() ? code() : '' }],
    page: (after, signal) =>
      call(
        deskContactEndpoints.list,
        { query: { code: whole() ? code() : undefined, after, limit: 50 } },
        signal,
      ),
  }));
  return (
    <section class="sect">
      <search class="filters">
        <Button kind="primary" onClick={() => setWriting('new')}>
          {t('desks.logContact')}
        </Button>
        <TextInput
          dir="ltr"
          aria-label={t('desks.findCode')}
          placeholder={t('desks.findCode')}
          onValue={setCode}
        />
      </search>
      <Answered read={read} lines={6}>
        {(answer) => (
          <Show
            when={answer().items.length > 0}
            fallback={
              <EmptyState size="part" title={whole() ? t('desks.noContactFound') : t('desks.noContacts')} />
            }
          >
            <ul aria-live="polite">
              <For each={answer().items}>
                {(contact) => (
                  <ContactLine
                    contact={contact}
                    onContinue={() => setWriting({ ...contact })}
                    onLink={() => setLinking({ ...contact })}
                  />
                )}
              </For>
            </ul>
            <MoreButton read={read} />
          </Show>
        )}
      </Answered>
      <Show when={writing()} keyed>
        {(contact) => (
          <VisitDialog
            contact={contact === 'new' ? undefined : contact}
            onClose={() => setWriting(undefined)}
          />
        )}
      </Show>
      <Show when={linking()} keyed>
        {(contact) => <LinkDialog contact={contact} onClose={() => setLinking(undefined)} />}
      </Show>
    </section>
  );
}

function ContactLine(props: {
  contact: DeskContact;
  onContinue: () => void;
  onLink: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const last = () => props.contact.steps.at(-1);
  return (
    <li class="line">
      <bdi class="door-code" dir="ltr">
        {props.contact.code}
      </bdi>
      <span class="person-t">
        <b dir="auto">{last()?.topic}</b>
        <small>
          {[
            t(`desks.contact.${props.contact.subject}`),
            props.contact.language && t(`functions.language.${props.contact.language}`),
            last()?.desk.name,
            t('desks.visits', { n: props.contact.steps.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <Show when={last()}>{(step) => <Tag>{t(`desks.result.${step().outcome}`)}</Tag>}</Show>
      <Show when={props.contact.linked}>
        <Tag tone="accent">{t('desks.linked')}</Tag>
      </Show>
      <span class="end">
        <Show when={last()}>{(step) => <DateText at={step().on} />}</Show>
        <Button
          small
          aria-label={`${t('desks.continue')}: ${props.contact.code}`}
          onClick={() => props.onContinue()}
        >
          {t('desks.continue')}
        </Button>
        <Show when={!props.contact.linked} fallback={<UnlinkButton contact={props.contact} />}>
          <Button
            small
            kind="quiet"
            aria-label={`${t('desks.link')}: ${props.contact.code}`}
            onClick={() => props.onLink()}
          >
            {t('desks.link')}
          </Button>
        </Show>
      </span>
    </li>
  );
}

function VisitDialog(props: { contact: DeskContact | undefined; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const id = props.contact?.id ?? newId(DeskContactId);
  const stepId = crypto.randomUUID();
  const today = dayOf(new Date());
  const [desk, setDesk] = createSignal<string>(me().body?.id ?? '');
  const [subject, setSubject] = createSignal<ContactSubject>('woman');
  const [language, setLanguage] = createSignal<string>('it');
  const [on, setOn] = createSignal<string>(today);
  const [topic, setTopic] = createSignal('');
  const [outcome, setOutcome] = createSignal<ContactOutcome>('oriented');
  const [to, setTo] = createSignal<BodyBrief | null>(null);
  const [asked, setAsked] = createSignal(false);
  const save = createAction(
    () => {
      const visit = {
        stepId,
        deskId: BodyId.parse(desk()),
        on: deskContactEndpoints.carryOn.body.shape.on.parse(on()),
        topic: topic().trim(),
        outcome: outcome(),
        orientedTo: to() ? [to()?.id].flatMap((one) => one ?? []) : [],
      };
      return props.contact
        ? call(deskContactEndpoints.carryOn, { params: { contactId: props.contact.id }, body: visit })
        : call(deskContactEndpoints.log, {
            body: {
              id,
              subject: subject(),
              language: ContentLanguage.safeParse(language()).data ?? null,
              first: visit,
            },
          });
    },
    {
      touches: () => [keys.deskContacts],
      onDone: ({ code }) => {
        showToast({ text: t('desks.contactSaved', { code }) });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    if (topic().trim().length >= 2 && desk() !== '' && on() !== '') void save.run();
  };
  const problem = (path: string) => fieldWords(t, save.problemAt(path) ?? save.problemAt(`first.${path}`));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={props.contact ? t('desks.continueTitle', { code: props.contact.code }) : t('desks.contactTitle')}
      description={props.contact ? undefined : t('desks.contactNote')}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <Show when={!props.contact}>
        <div class="pair">
          <Field label={t('desks.contactSubject')}>
            <Select
              value={subject()}
              options={ContactSubject.options.map((value) => ({ value, label: t(`desks.contact.${value}`) }))}
              onValue={setSubject}
            />
          </Field>
          <Field label={t('door.language')}>
            <Select
              value={language()}
              options={ContentLanguage.options.map((value) => ({
                value,
                label: t(`functions.language.${value}`),
              }))}
              onValue={setLanguage}
            />
          </Field>
        </div>
      </Show>
      <div class="pair">
        <DeskSelect value={desk()} onValue={setDesk} error={problem('deskId')} />
        <Field label={t('desks.on')} error={problem('on')}>
          <DateInput value={on()} max={today} onValue={setOn} />
        </Field>
      </div>
      <Field
        label={t('desks.topic')}
        error={asked() && topic().trim().length < 2 ? t('fields.tooShort') : problem('topic')}
        required
      >
        <TextArea rows={2} maxlength={500} value={topic()} onValue={setTopic} />
      </Field>
      <div class="pair">
        <Field label={t('desks.result')}>
          <Select
            value={outcome()}
            options={ContactOutcome.options.map((value) => ({ value, label: t(`desks.result.${value}`) }))}
            onValue={setOutcome}
          />
        </Field>
        <Field label={t('desks.orientedTo')} optional>
          <BodyPicker value={to()} onValue={setTo} />
        </Field>
      </div>
    </ActionDialog>
  );
}

function LinkDialog(props: { contact: DeskContact; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const [household, setHousehold] = createSignal('');
  const mine = createRead(householdEndpoints.list, () => ({
    key: [...keys.households, 'to-link'],
    input: { query: { limit: 200 } },
  }));
  const link = createAction(
    (householdId: HouseholdId) =>
      call(deskContactEndpoints.link, {
        params: { contactId: props.contact.id },
        body: { householdId, version: props.contact.version },
      }),
    { touches: () => [keys.deskContacts], onDone: () => props.onClose() },
  );
  const [asked, setAsked] = createSignal(false);
  const submit = () => {
    setAsked(true);
    const id = HouseholdId.safeParse(household()).data;
    if (id) void link.run(id);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('desks.linkTitle', { code: props.contact.code })}
      description={t('desks.linkNote')}
      act={t('desks.link')}
      action={link}
      onSubmit={submit}
    >
      <Field
        label={t('desks.household')}
        error={
          asked() && household() === '' ? t('fields.missing') : fieldWords(t, link.problemAt('householdId'))
        }
        required
      >
        <Select
          value={household()}
          placeholder="–"
          options={(mine.value()?.items ?? []).map(({ id, code, name }) => ({
            value: id as string,
            label: `${name} (${code})`,
          }))}
          onValue={setHousehold}
        />
      </Field>
    </ActionDialog>
  );
}
