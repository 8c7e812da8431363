/** The phone form: who calls, of whom, what is needed. A woman who calls for herself is pointed elsewhere (D1, D2). */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { instantOf } from '../../../shared/dates.ts';
import { newId, ReportId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import { SenderKind } from '../../../shared/records/report-content.ts';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { ContentFields } from './ContentFields.tsx';
import { contentOf, createReportForm, isWritten } from './report-form.ts';
import { isNamed, SenderFields } from './SenderFields.tsx';

export function ReportForm(): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const navigate = useNavigate();
  const me = useMe();
  const form = createReportForm();
  const [id, setId] = createSignal(newId(ReportId));
  const [kind, setKind] = createSignal<SenderKind>(me().function === 'desk' ? 'desk' : 'social_service');
  const [name, setName] = createSignal('');
  const [body, setBody] = createSignal<BodyBrief | null>(me().function === 'desk' ? me().body : null);
  const [asked, setAsked] = createSignal(false);
  const send = createAction(
    () =>
      call(reportEndpoints.receive, {
        body: {
          id: id(),
          sender: { kind: kind(), name: name().trim(), bodyId: body()?.id ?? null },
          channel: me().function === 'desk' ? 'desk' : 'phone',
          receivedAt: instantOf(new Date()),
          content: contentOf(form.draft()),
        },
      }),
    {
      touches: () => [keys.reports],
      onDone: ({ number }) => {
        showToast({ text: t('door.saved', { number }) });
        const made = id();
        setId(newId(ReportId));
        form.clear();
        setAsked(false);
        navigate(me().function === 'desk' ? '/door/contacts' : `/door/waiting/${made}`);
      },
    },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isNamed(name()) && isWritten(form.draft())) void send.run();
  };
  const fields = () => (send.refusal()?.fields.length ?? 0) > 0;
  return (
    <form class="door-form" onSubmit={submit} novalidate>
      <p class="soft">{t('door.formNote')}</p>
      <Field label={t('door.senderKind')} required>
        <Select
          value={kind()}
          options={SenderKind.options.map((value) => ({ value, label: t(`door.sender.${value}`) }))}
          onValue={setKind}
          autofocus
        />
      </Field>
      <Show when={kind() !== 'woman_herself'} fallback={<Herself />}>
        <SenderFields
          name={name()}
          onName={setName}
          body={body()}
          onBody={setBody}
          asked={asked()}
          problemAt={send.problemAt}
        />
        <ContentFields form={form} asked={asked()} problemAt={send.problemAt} />
        <Show when={send.refusal() && !fields()}>
          <RefusalNote refusal={send.refusal()} />
        </Show>
        <div class="door-go">
          <Button type="submit" kind="primary" busy={send.busy()}>
            {t('door.save')}
          </Button>
          <span class="soft">{t('door.receiptNote')}</span>
        </div>
      </Show>
    </form>
  );
}

/** She isn't written down: the desks, 1522, and a count. */
function Herself(): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [id, setId] = createSignal(newId(ReportId));
  const desks = createRead(deskContactEndpoints.desks, () => ({ key: [...keys.bodies, 'desks'], input: {} }));
  const count = createAction(() => call(reportEndpoints.redirect, { body: { id: id() } }), {
    onDone: () => {
      setId(newId(ReportId));
      showToast({ text: t('door.herselfCounted') });
    },
  });
  return (
    <section class="door-her">
      <h2>{t('door.herselfTitle')}</h2>
      <p>{t('door.herself')}</p>
      <Answered read={desks} lines={4}>
        {(answer) => (
          <ul aria-label={t('door.desks')}>
            <For each={answer().desks}>
              {(desk) => (
                <li class="line">
                  <b dir="auto">{desk.name}</b>
                  <span class="soft" dir="auto">
                    {[desk.area, desk.hours].filter(Boolean).join(' · ')}
                  </span>
                  <span class="end">
                    <bdi dir="ltr">{desk.phone}</bdi>
                  </span>
                </li>
              )}
            </For>
          </ul>
        )}
      </Answered>
      <Button kind="primary" busy={count.busy()} onClick={() => void count.run()}>
        {t('door.herselfCount')}
      </Button>
      <RefusalNote refusal={count.refusal()} />
    </section>
  );
}
