/** Reporting without an account, with a sender's key: typed, or in the link's fragment, which no server ever sees. */
import '../session/session.css';
import '../door/door.css';
import { createSignal, type JSX, Show } from 'solid-js';
import { newId, ReportId } from '../../../shared/ids.ts';
import { type ReceivedReport, reportEndpoints } from '../../../shared/records/reports.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, TextInput } from '../../ui/inputs.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ContentFields } from '../door/ContentFields.tsx';
import { contentOf, createReportForm, isWritten } from '../door/report-form.ts';
import { SessionScene } from '../session/SessionScene.tsx';

export default function PublicReportPage(): JSX.Element {
  const { t, language } = useMessages();
  const form = createReportForm();
  const [id, setId] = createSignal(newId(ReportId));
  const [key, setKey] = createSignal(location.hash.slice(1));
  const [name, setName] = createSignal('');
  const [herself, setHerself] = createSignal(false);
  const [asked, setAsked] = createSignal(false);
  const [sent, setSent] = createSignal<ReceivedReport>();
  const send = createAction(
    () =>
      call(reportEndpoints.inbound, {
        query: { language: language() },
        body: {
          ...{ id: id(), key: key().trim(), name: name().trim(), channel: 'form', aboutMyself: false },
          content: contentOf(form.draft()),
        },
      }),
    {
      onDone: (received) => {
        setSent(received);
        setId(newId(ReportId));
        form.clear();
        setAsked(false);
      },
    },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (key().trim() !== '' && name().trim().length >= 2 && isWritten(form.draft())) void send.run();
  };
  const wrongKey = () => send.refusal()?.code === 'wrong-credentials';
  const otherRefusal = () => (wrongKey() ? undefined : unlessSaid(send.refusal()));
  return (
    <SessionScene>
      <Show when={sent()} fallback={<PageHeading>{t('door.publicTitle')}</PageHeading>}>
        {(received) => (
          <section class="door-sent" role="status">
            <PageHeading>{t('door.sent', { number: received().number })}</PageHeading>
            <p class="si-lead">{t('door.sentNext')}</p>
            <p>
              <a href={received().receipt} dir="ltr">
                {new URL(received().receipt, location.origin).href}
              </a>
            </p>
            <Button onClick={() => setSent(undefined)}>{t('door.another')}</Button>
          </section>
        )}
      </Show>
      <Show when={!sent()}>
        <p class="si-lead">{t('door.publicNote')}</p>
        <form class="door-form" onSubmit={submit} novalidate>
          <Checkbox checked={herself()} label={t('door.iAmHer')} onValue={setHerself} />
          <Show
            when={!herself()}
            fallback={
              <p class="door-note" role="status">
                {t('door.toHer')}
              </p>
            }
          >
            <Field
              label={t('door.yourKey')}
              error={
                wrongKey()
                  ? t('door.wrongKey')
                  : asked() && key().trim() === ''
                    ? t('fields.missing')
                    : undefined
              }
              required
            >
              <TextInput type="password" dir="ltr" autocomplete="off" value={key()} onValue={setKey} />
            </Field>
            <Field
              label={t('door.yourName')}
              error={
                asked() && name().trim().length < 2
                  ? t('fields.tooShort')
                  : fieldWords(t, send.problemAt('name'))
              }
              required
            >
              <TextInput dir="auto" autocomplete="name" value={name()} onValue={setName} />
            </Field>
            <ContentFields form={form} asked={asked()} problemAt={send.problemAt} />
            <RefusalNote refusal={otherRefusal()} />
            <Button type="submit" kind="primary" busy={send.busy()}>
              {t('door.send')}
            </Button>
          </Show>
        </form>
      </Show>
    </SessionScene>
  );
}
