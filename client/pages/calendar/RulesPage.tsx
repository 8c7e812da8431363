/** The rules of the thousand days, each with its versions: read by coordination and administration, who add new ones. */
import '../pages.css';
import './rules.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type CalendarRule, calendarEndpoints } from '../../../shared/records/calendar.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { Tag } from '../../ui/state.tsx';
import { AdminHead } from '../admin/AdminHead.tsx';
import { createToday } from '../today-day.ts';
import { RuleDialog } from './RuleDialog.tsx';

export default function RulesPage(): JSX.Element {
  const me = useMe();
  const mayChange = () => me().function === 'admin' || me().function === 'coordinator';
  return (
    <Page>
      <Show when={mayChange()} fallback={<Refused />}>
        <Rules />
      </Show>
    </Page>
  );
}

function Rules(): JSX.Element {
  const { t } = useMessages();
  const [changing, setChanging] = createSignal<CalendarRule>();
  const read = createRead(calendarEndpoints.rules, () => ({ key: keys.calendarRules, input: {} }));
  const grouped = (rules: readonly CalendarRule[]) => [...Map.groupBy(rules, ({ code }) => code).values()];
  return (
    <>
      <AdminHead />
      <section class="rules-h">
        <h2>{t('windows.rules.title')}</h2>
        <p class="muted">{t('windows.rules.explain')}</p>
      </section>
      <Answered read={read} lines={10}>
        {(answer) => (
          <ul class="rules">
            <For each={grouped(answer().rules)}>
              {(versions) => <Rule versions={versions} onChange={(rule) => setChanging({ ...rule })} />}
            </For>
          </ul>
        )}
      </Answered>
      <Show when={changing()} keyed>
        {(rule) => <RuleDialog rule={rule} onClose={() => setChanging(undefined)} />}
      </Show>
    </>
  );
}

function Rule(props: {
  versions: readonly CalendarRule[];
  onChange: (newest: CalendarRule) => void;
}): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const newest = () => props.versions.at(-1);
  const inForce = () => props.versions.findLast(({ validFrom }) => validFrom <= today()) ?? newest();
  const others = () => props.versions.filter(({ version }) => version !== inForce()?.version).toReversed();
  return (
    <Show when={inForce()}>
      {(rule) => (
        <li class="rule">
          <div>
            <h3>{t(`windows.rule.${rule().code}`)}</h3>
            <Version rule={rule()} />
            <For each={others()}>{(version) => <Version rule={version} />}</For>
          </div>
          <Button
            small
            kind="quiet"
            aria-label={t('windows.rules.addTitle', { rule: t(`windows.rule.${rule().code}`) })}
            onClick={() => {
              const last = newest();
              if (last) props.onChange(last);
            }}
          >
            {t('windows.rules.add')}
          </Button>
        </li>
      )}
    </Show>
  );
}

function Version(props: { rule: CalendarRule }): JSX.Element {
  const { t, formats } = useMessages();
  const rule = () => props.rule;
  const after = () => {
    const { graceDays } = rule();
    return graceDays === null ? t('windows.rules.always') : t('windows.rules.grace', { days: graceDays });
  };
  return (
    <div class="rule-v">
      <p>
        <b>{t('windows.rules.terms', { unit: rule().unit, opens: rule().opens, closes: rule().closes })}</b>{' '}
        {t(`windows.rules.anchor.${rule().anchor}`)}; {after()}.{' '}
        <Show when={rule().legal}>
          <Tag>{t('windows.rules.legal')}</Tag>
        </Show>
      </p>
      <p class="xs muted">
        {joined(t, [
          t('windows.rules.version', { version: rule().version }),
          t('windows.rules.from', { date: formats().date(rule().validFrom, 'long') }),
        ])}{' '}
        · <span dir="auto">{rule().source}</span>
      </p>
    </div>
  );
}
