/** Correcting what was written down wrongly on the phone: the same fields, as they stand, and why (D1). */
import { createSignal, type JSX } from 'solid-js';
import { ReportChannel, type ReportContent, ReportingKind } from '../../../shared/records/report-content.ts';
import { type Report, reportEndpoints } from '../../../shared/records/reports.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { ContentFields } from './ContentFields.tsx';
import { contentOf, createReportForm, isWritten } from './report-form.ts';
import { isNamed, SenderFields } from './SenderFields.tsx';

/** A program isn't written down by hand. */
const channels = ReportChannel.exclude(['api']);

export function CorrectReportDialog(props: {
  report: Report;
  content: ReportContent;
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  // As it was when the dialog opened: what somebody else corrects meanwhile isn't overwritten unseen.
  const { id: reportId, version, receivedAt, senderBody } = props.report;
  const before = props.content;
  const form = createReportForm(before);
  const [kind, setKind] = createSignal(ReportingKind.parse(props.report.senderKind));
  const [name, setName] = createSignal(props.report.senderName);
  const [body, setBody] = createSignal(senderBody);
  const [channel, setChannel] = createSignal(channels.parse(props.report.channel));
  const [asked, setAsked] = createSignal(false);
  const correct = createAction(
    (reason: string) =>
      call(reportEndpoints.correct, {
        params: { reportId },
        body: {
          sender: { kind: kind(), name: name().trim(), bodyId: body()?.id ?? null },
          channel: channel(),
          receivedAt,
          content: contentOf(form.draft(), before),
          ...{ reason, version },
        },
      }),
    { touches: () => [keys.reports], onDone: () => showToast({ text: t('door.corrected') }) },
  );
  const whole = () => isNamed(name()) && isWritten(form.draft());
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('door.correctTitle', { number: props.report.number })}
      description={t('door.correctIntro')}
      act={t('door.correct')}
      action={correct}
      ready={() => {
        setAsked(true);
        return whole();
      }}
    >
      <div class="pair">
        <Field label={t('door.senderKind')}>
          <Select
            value={kind()}
            options={ReportingKind.options.map((value) => ({ value, label: t(`door.sender.${value}`) }))}
            onValue={setKind}
          />
        </Field>
        <Field label={t('door.channelLabel')}>
          <Select
            value={channel()}
            options={channels.options.map((value) => ({ value, label: t(`door.channel.${value}`) }))}
            onValue={setChannel}
          />
        </Field>
      </div>
      <SenderFields
        name={name()}
        onName={setName}
        body={body()}
        onBody={setBody}
        asked={asked()}
        problemAt={correct.problemAt}
      />
      <ContentFields form={form} asked={asked()} problemAt={correct.problemAt} />
    </ReasonDialog>
  );
}
