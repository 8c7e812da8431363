/** Volunteers of a pact, as numbers: how many, with which body, what they can do, how much time they give. */
import { Index, type JSX } from 'solid-js';
import IconX from '~icons/lucide/x';
import { BodyId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import type { CommunityPact, Volunteers } from '../../../shared/records/community-pacts.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { wholeOf, wordsOf } from './lines.ts';

/** One group as it is typed. */
export type VolunteersLine = {
  readonly bodyId: string;
  readonly count: string;
  readonly hours: string;
  readonly skills: string;
};

export const volunteersLine = (group: CommunityPact['volunteers'][number]): VolunteersLine => ({
  bodyId: group.body?.id ?? '',
  count: String(group.count),
  hours: String(group.hoursPerMonth),
  skills: group.skills.join(', '),
});

export const volunteersOf = (line: VolunteersLine): Volunteers => ({
  bodyId: BodyId.safeParse(line.bodyId).data ?? null,
  count: wholeOf(line.count),
  hoursPerMonth: wholeOf(line.hours),
  skills: wordsOf(line.skills),
});

export function VolunteersField(props: {
  value: readonly VolunteersLine[];
  onValue: (lines: readonly VolunteersLine[]) => void;
  /** With which they may come: those of the pact. */
  bodies: readonly BodyBrief[];
  problem: (path: string) => string | undefined;
}): JSX.Element {
  const { t } = useMessages();
  const change = (at: number, part: Partial<VolunteersLine>) =>
    props.onValue(props.value.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <>
      <Index each={props.value}>
        {(line, at) => (
          <div class="keep-row">
            <div class="pair">
              <Field label={t('keep.pact.count')} error={props.problem(`volunteers.${at}.count`)} required>
                <TextInput
                  inputmode="numeric"
                  value={line().count}
                  onValue={(count) => change(at, { count })}
                />
              </Field>
              <Field
                label={t('keep.pact.hours')}
                error={props.problem(`volunteers.${at}.hoursPerMonth`)}
                required
              >
                <TextInput
                  inputmode="numeric"
                  value={line().hours}
                  onValue={(hours) => change(at, { hours })}
                />
              </Field>
              <Field label={t('keep.pact.with')}>
                <Select
                  value={line().bodyId}
                  options={[
                    { value: '', label: t('keep.pact.withNobody') },
                    ...props.bodies.map(({ id, name }) => ({ value: id as string, label: name })),
                  ]}
                  onValue={(bodyId) => change(at, { bodyId })}
                />
              </Field>
            </div>
            <Field
              label={t('keep.pact.skills')}
              hint={t('keep.pact.skillsHint')}
              error={props.problem(`volunteers.${at}.skills`)}
              optional
            >
              <TextInput dir="auto" value={line().skills} onValue={(skills) => change(at, { skills })} />
            </Field>
            <IconButton
              label={t('keep.pact.removeGroup', { number: at + 1 })}
              onClick={() => props.onValue(props.value.filter((_, index) => index !== at))}
            >
              <IconX class="i i-s" aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </Index>
      <div class="item-a">
        <Button
          small
          onClick={() => props.onValue([...props.value, { bodyId: '', count: '', hours: '', skills: '' }])}
        >
          {t('keep.pact.addGroup')}
        </Button>
      </div>
    </>
  );
}
