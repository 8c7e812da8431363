/** What a report says of somebody, as labels and words. */
import { For, type JSX } from 'solid-js';
import type { ReportContent } from '../../../shared/records/report-content.ts';
import type { Messages } from '../../messages/messages.tsx';
import { isolate } from '../isolate.ts';

export type Fact = readonly [label: string, words: string | undefined];

/** Everything it can tell besides its own words, in the order it is asked; undefined where nothing is known. */
export function factsOf(
  { t, formats }: Pick<Messages, 't' | 'formats'>,
  content: ReportContent,
): readonly Fact[] {
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
              [
                name ? isolate(name) : t('door.child', { n: index + 1 }),
                birth && `(${isolate(formats().date(birth, 'long'))})`,
              ]
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
}

export function Facts(props: { facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="door-facts">
      <For each={props.facts.filter(([, words]) => words !== undefined)}>
        {([label, words]) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
