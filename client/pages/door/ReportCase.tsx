/** One report, whole: what was said, what is known, where it may have come before. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { duplicateEndpoints } from '../../../shared/records/duplicates.ts';
import type { Report } from '../../../shared/records/reports.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { Candidates } from './Candidates.tsx';
import { earlinessWords } from './Queue.tsx';

/** Who reported: the body once, also when the registered sender bears its name. */
export const senderWords = ({ senderBody, senderName }: Report): string =>
  senderBody && !senderName.startsWith(senderBody.name)
    ? [senderBody.name, senderName].filter(Boolean).join(', ')
    : senderName;

export function ReportCase(props: { report: Report; compare: boolean }): JSX.Element {
  const { t, formats } = useMessages();
  const title = () =>
    [t(`door.subject.${props.report.subject}`), earlinessWords(t, props.report.earliness)]
      .filter(Boolean)
      .join(', ');
  return (
    <article class="door-case">
      <h2>{title()}</h2>
      <p class="soft">
        {t('door.report', { number: props.report.number })}
        {' · '}
        <bdi>{senderWords(props.report)}</bdi>
        {' · '}
        {formats().dateTime(props.report.receivedAt)}
        {' · '}
        {t(`door.channel.${props.report.channel}`)}
      </p>
      <Show when={props.report.content}>
        {(content) => (
          <>
            <blockquote class="door-text" dir="auto">
              {content().text}
            </blockquote>
            <Facts report={props.report} />
          </>
        )}
      </Show>
      <Show when={props.report.merge}>{(merge) => <MergedNote mergeId={merge().id} />}</Show>
      <Show when={props.compare && props.report.content && !props.report.merge}>
        <Candidates report={props.report} />
      </Show>
    </article>
  );
}

function Facts(props: { report: Report }): JSX.Element {
  const { t, formats } = useMessages();
  const facts = (): readonly (readonly [string, string | undefined])[] => {
    const content = props.report.content;
    if (content === null) return [];
    const known = (value: string, words: () => string) => (value === 'unknown' ? undefined : words());
    const { isee, children } = content;
    return [
      [t('door.urgency'), t(`door.urgency.${content.urgency}`)],
      [t('door.name'), content.name ?? undefined],
      [t('door.birth'), content.birth ? formats().date(content.birth, 'long') : undefined],
      [
        t('door.phone'),
        [content.phone, content.phoneSafety, content.phoneHours].filter(Boolean).join(' · ') || undefined,
      ],
      [t('door.interpreter'), content.language ? t(`functions.language.${content.language}`) : undefined],
      [t('door.dueDate'), content.dueDate ? formats().date(content.dueDate, 'long') : undefined],
      [
        t('door.children'),
        children.length > 0
          ? formats().list(
              children.map(({ name, birth }, index) =>
                [name ?? t('door.child', { n: index + 1 }), birth && `(${formats().date(birth, 'long')})`]
                  .filter(Boolean)
                  .join(' '),
              ),
            )
          : undefined,
      ],
      [t('door.area'), content.area ?? undefined],
      [t('door.residence'), content.residence || undefined],
      [t('door.housing'), known(content.housing, () => t(`door.housing.${content.housing}`))],
      [t('door.work'), known(content.work, () => t(`door.work.${content.work}`))],
      [t('door.documents'), known(content.documents, () => t(`door.documents.${content.documents}`))],
      [t('door.health'), known(content.health, () => t(`door.health.${content.health}`))],
      [t('door.violence'), t(`door.violence.${content.violence}`)],
      ['ISEE', isee !== null && isee !== 'none' ? formats().cents(isee.cents) : undefined],
    ];
  };
  return (
    <dl class="door-facts">
      <For each={facts().filter(([, value]) => value !== undefined)}>
        {([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        )}
      </For>
    </dl>
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
