/** What a report said before it was corrected: who corrected it and why, and of each only what was different. */
import { For, type JSX, Show } from 'solid-js';
import type { Report, ReportCorrection } from '../../../shared/records/reports.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { type Fact, Facts, factsOf } from './report-facts.tsx';

type Said = ReportCorrection['was'];

export function Corrections(props: {
  report: Report;
  corrections: readonly ReportCorrection[];
}): JSX.Element {
  const words = useMessages();
  const { t, formats } = words;
  /** What it said after each correction: the next one's, and today's after the last. */
  const after = (index: number): Said | undefined => {
    const {
      content,
      senderKind: kind,
      senderName: name,
      senderBody: body,
      channel,
      receivedAt,
    } = props.report;
    const next = props.corrections[index + 1]?.was;
    return (
      next ?? (content === null ? undefined : { sender: { kind, name, body }, channel, receivedAt, content })
    );
  };
  return (
    <details class="door-more">
      <summary>{t('door.before', { count: props.corrections.length })}</summary>
      <For each={props.corrections}>
        {({ was, reason, by, at }, index) => (
          <section class="door-was">
            <p>
              {t('door.correctedBy', { name: by.name, when: formats().dateTime(at) })}{' '}
              <bdi class="soft">{reason}</bdi>
            </p>
            <Show when={after(index())}>
              {(then) => (
                <>
                  <Show when={then().content.text !== was.content.text}>
                    <blockquote class="door-text" dir="auto">
                      {was.content.text}
                    </blockquote>
                  </Show>
                  <Facts facts={different(allOf(words, was), allOf(words, then()))} />
                </>
              )}
            </Show>
          </section>
        )}
      </For>
    </details>
  );
}

function allOf(
  words: Pick<Messages, 't' | 'formats'>,
  { sender, channel, receivedAt, content }: Said,
): readonly Fact[] {
  const { t, formats } = words;
  return [
    [t('door.senderKind'), t(`door.sender.${sender.kind}`)],
    [t('door.senderName'), sender.name],
    [t('door.body'), sender.body?.name],
    [t('door.channelLabel'), t(`door.channel.${channel}`)],
    [t('door.receivedAt'), formats().dateTime(receivedAt)],
    [t('door.subject'), t(`door.subject.${content.subject}`)],
    ...factsOf(words, content),
  ];
}

/** What wasn't said then, and is now, shows as not known. */
const different = (was: readonly Fact[], then: readonly Fact[]): readonly Fact[] =>
  was.flatMap(([label, words], at): Fact[] => (words === then[at]?.[1] ? [] : [[label, words ?? '—']]));
