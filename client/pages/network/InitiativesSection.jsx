/** Initiatives: what comes next first, or a month; attendance is noted where the session stands. */
import { createSignal, For, Show } from 'solid-js';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { initiativeEndpoints, } from '../../../shared/records/initiatives.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { createNow } from '../../ui/dates.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { InitiativeDialog } from './InitiativeDialog.tsx';
import { SessionItem } from './SessionItem.tsx';
/** How far "next" looks ahead, and how far back sessions still wait for their count, in days. */
const [ahead, behind] = [60, 14];
export function InitiativesSection() {
    const { t, formats } = useMessages();
    const now = createNow();
    const today = () => dayOf(now());
    const [month, setMonth] = createSignal(null);
    const [planning, setPlanning] = createSignal(false);
    const range = () => {
        const first = month();
        return first === null
            ? { from: addDays(today(), -behind), to: addDays(today(), ahead) }
            : { from: first, to: addDays(monthAfter(first, 1), -1) };
    };
    const read = createRead(initiativeEndpoints.list, () => ({
        key: [...keys.initiatives, range()],
        input: { query: range() },
        keepFormer: true,
    }));
    const hasBegun = ({ session }) => session.startsAt <= now().toISOString();
    const toCount = (all) => all.filter((one) => one.session.status === 'planned' && hasBegun(one) && one.initiative.editable);
    /** "Next" leaves out what is over, except what waits to be counted. */
    const listed = (all) => (month() === null ? all.filter((one) => !hasBegun(one)) : all);
    return (<>
      <div class="filters">
        <div class="seg">
          <button type="button" aria-pressed={month() === null} onClick={() => setMonth(null)}>
            {t('territory.init.next')}
          </button>
          <button type="button" aria-pressed={month() !== null} onClick={() => setMonth(monthAfter(today(), 0))}>
            {t('territory.init.month')}
          </button>
        </div>
        <Show when={month()}>
          {(first) => (<div class="month">
              <Button small kind="quiet" onClick={() => setMonth(monthAfter(first(), -1))}>
                {t('territory.init.earlier')}
              </Button>
              <b class="cap" aria-live="polite">
                {formats().date(first(), 'month')}
              </b>
              <Button small kind="quiet" onClick={() => setMonth(monthAfter(first(), 1))}>
                {t('territory.init.later')}
              </Button>
            </div>)}
        </Show>
        <Show when={read.value()?.writesFor === 'all' || (read.value()?.writesFor.length ?? 0) > 0}>
          <Button kind="primary" onClick={() => setPlanning(true)}>
            {t('territory.init.plan')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={8}>
        {(answer) => {
            const all = () => meetingsOf(answer().initiatives);
            return (<>
              <Show when={month() === null && toCount(all()).length > 0}>
                <section class="sect narrow">
                  <header class="sect-h">
                    <h2>{t('territory.init.waitingCounts', { count: toCount(all()).length })}</h2>
                  </header>
                  <For each={toCount(all())}>{(one) => <SessionItem {...one} now={now()}/>}</For>
                </section>
              </Show>
              <Show when={listed(all()).length > 0} fallback={<EmptyState size="part" title={t('territory.init.none')}>
                    {t('territory.init.noneNext')}
                  </EmptyState>}>
                <section class="narrow">
                  <h2 class="sr">{t(month() === null ? 'territory.init.next' : 'territory.init.month')}</h2>
                  <For each={listed(all())}>{(one) => <SessionItem {...one} now={now()}/>}</For>
                </section>
              </Show>
              <Show when={planning()}>
                <InitiativeDialog writesFor={answer().writesFor} onClose={() => setPlanning(false)}/>
              </Show>
            </>);
        }}
      </Answered>
    </>);
}
const meetingsOf = (initiatives) => initiatives
    .flatMap((initiative) => initiative.sessions.map((session) => ({ initiative, session })))
    .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
/** The first day of the month so many months later. */
const monthAfter = (day, months) => {
    const [year = 0, month = 1] = day.split('-').map(Number);
    return dayOf(new Date(Date.UTC(year, month - 1 + months, 1, 12)));
};
