/** The columns of the first page. Each says so when it has nothing: an empty column is good news. */
import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { dayOf } from '../../../shared/dates.ts';
import { useMessages } from '../../messages/messages.tsx';
import { HandoverWords } from '../lead/HandoverWords.tsx';
import { LeadAnswer } from '../lead/LeadAnswer.tsx';
import { TaskItem } from '../tasks/TaskItem.tsx';
/** As many as a column shows before it leads to the whole list. */
const most = 7;
function Column(props) {
    const { t } = useMessages();
    return (<section class="col">
      <h2>
        {props.title}
        <span class="n">{props.count || ''}</span>
      </h2>
      <Show when={props.count > 0} fallback={<p class="muted">{props.none}</p>}>
        <ul>{props.children}</ul>
        <Show when={props.more && props.count > most}>
          <p>
            <A href={props.more ?? '/'}>{t('tasks.loadMore')}</A>
          </p>
        </Show>
      </Show>
    </section>);
}
export function TaskColumn(props) {
    return (<Column title={props.title} count={props.tasks.length} none={props.none} more="/tasks">
      <For each={props.tasks.slice(0, most)}>{(task) => <TaskItem task={task} brief/>}</For>
    </Column>);
}
export function HandoverColumn(props) {
    const { t } = useMessages();
    const first = () => props.households.find((row) => row.leadProposal?.mine === 'to-answer')?.id;
    return (<Column title={t('today.handovers')} count={props.households.length} none={t('today.none.handovers')}>
      <For each={props.households.slice(0, most)}>
        {(row) => (<li class="item" data-row tabindex={-1}>
            <p class="item-t">
              <A href={`/households/${row.id}/team`} dir="auto">
                {row.name}
              </A>
            </p>
            <Show when={row.leadProposal}>
              {(proposal) => (<>
                  <HandoverWords proposal={proposal()}/>
                  <LeadAnswer household={row} proposal={proposal()} primary={row.id === first()}/>
                </>)}
            </Show>
          </li>)}
      </For>
    </Column>);
}
export function ConferenceColumn(props) {
    const { t, formats } = useMessages();
    const dayWords = (conference) => {
        const day = dayOf(new Date(conference.start));
        return day === props.today ? t('lead.today') : formats().date(conference.start);
    };
    const people = (conference) => t('today.people', { count: conference.invited.length });
    return (<Column title={t('today.conferences')} count={props.conferences.length} none={t('today.none.conferences')} more="/conferences">
      <For each={props.conferences.slice(0, most)}>
        {(conference) => (<li class="item ev" data-row tabindex={-1}>
            <time dateTime={conference.start}>
              <b>{dayWords(conference)}</b>
              {formats().time(conference.start)}
            </time>
            <div>
              <p class="item-t">
                <A href={`/households/${conference.household.id}/conferences/${conference.id}`} dir="auto">
                  {conference.household.name}
                </A>
              </p>
              <p class="item-m">
                <span dir="auto">{conference.title}</span>
                <span>{people(conference)}</span>
                <span>{t('today.points', { count: conference.agenda.length })}</span>
              </p>
            </div>
          </li>)}
      </For>
    </Column>);
}
