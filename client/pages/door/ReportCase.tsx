/** One report, whole: what was said, what is known, where it may have come before. */
import { createSignal, type JSX, Show } from 'solid-js';
import { duplicateEndpoints } from '../../../shared/records/duplicates.ts';
import { canBeCorrected, type Report, type ReportCorrection } from '../../../shared/records/reports.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { Translate } from '../../messages/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { Candidates } from './Candidates.tsx';
import { Corrections } from './Corrections.tsx';
import { CorrectReportDialog } from './CorrectReportDialog.tsx';
import { earlinessWords } from './Queue.tsx';
import { Facts, factsOf } from './report-facts.tsx';

/** Who reported: the body once, also when the registered sender bears its name. */
const senderWords = (t: Translate, { senderBody, senderName }: Report): string =>
  senderBody && !senderName.startsWith(senderBody.name)
    ? joined(t, [senderBody.name, senderName])
    : senderName;

/** `corrections`: what it said before, for whoever may read and correct it. */
export function ReportCase(props: {
  report: Report;
  compare: boolean;
  corrections?: readonly ReportCorrection[];
}): JSX.Element {
  const words = useMessages();
  const { t, formats } = words;
  const [correcting, setCorrecting] = createSignal(false);
  const title = () =>
    joined(t, [t(`door.subject.${props.report.subject}`), earlinessWords(t, props.report.earliness)]);
  return (
    <article class="door-case">
      <h2>{title()}</h2>
      <p class="soft">
        <bdi>{t('door.report', { number: props.report.number })}</bdi>
        {' · '}
        <bdi>{senderWords(t, props.report)}</bdi>
        {' · '}
        <bdi>{formats().dateTime(props.report.receivedAt)}</bdi>
        {' · '}
        {t(`door.channel.${props.report.channel}`)}
        <Show when={props.corrections && canBeCorrected(props.report)}>
          {' '}
          <Button small kind="quiet" onClick={() => setCorrecting(true)}>
            {t('door.correct')}
          </Button>
        </Show>
      </p>
      <Show when={props.report.content}>
        {(content) => (
          <>
            <blockquote class="door-text" dir="auto">
              {content().text}
            </blockquote>
            <Facts facts={factsOf(words, content())} />
          </>
        )}
      </Show>
      <Show when={props.corrections?.length ? props.corrections : undefined}>
        {(corrections) => <Corrections report={props.report} corrections={corrections()} />}
      </Show>
      <Show when={correcting() && props.report.content}>
        {(content) => (
          <CorrectReportDialog
            report={props.report}
            content={content()}
            onClose={() => setCorrecting(false)}
          />
        )}
      </Show>
      <Show when={props.report.merge}>{(merge) => <MergedNote mergeId={merge().id} />}</Show>
      <Show when={props.compare && props.report.content && !props.report.merge}>
        <Candidates report={props.report} />
      </Show>
    </article>
  );
}

function MergedNote(props: { mergeId: NonNullable<Report['merge']>['id'] }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [asking, setAsking] = createSignal(false);
  const undo = createAction(
    (reason: string) =>
      call(duplicateEndpoints.separate, { params: { mergeId: props.mergeId }, body: { reason } }),
    { touches: () => [keys.reports], onDone: () => showToast({ text: t('door.separated') }) },
  );
  return (
    <p class="door-note">
      {t('door.mergedHere')}{' '}
      <Button small onClick={() => setAsking(true)}>
        {t('door.separate')}
      </Button>
      <ReasonDialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={t('door.separate')}
        act={t('door.separate')}
        action={undo}
      />
    </p>
  );
}
