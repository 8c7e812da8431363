/** One child at a time, across health, social and education (B15): three calm columns, one below the other on a phone. */
import './children.css';
import { For, Show } from 'solid-js';
import { childViewEndpoints } from '../../../shared/records/child-view.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { ageWords } from '../households/clock-words.ts';
import { useRoom } from '../households/household-room.tsx';
import { serviceKey } from '../households/service-words.ts';
export default function ChildrenTab() {
    const { t } = useMessages();
    const room = useRoom();
    const read = createRead(childViewEndpoints.get, () => ({
        key: householdKey(room.household().id, 'children'),
        input: { params: { householdId: room.household().id } },
    }));
    return (<Answered read={read} lines={7}>
      {(answer) => (<Show when={answer().children.length > 0} fallback={<EmptyState size="part" title={t('children.none')}>
              {t('children.noneNext')}
            </EmptyState>}>
          <For each={answer().children}>{(child) => <Child child={child}/>}</For>
        </Show>)}
    </Answered>);
}
function Child(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    return (<section class="child">
      <div class="child-h">
        <h2>
          <Name subject={props.child.subject}/>
        </h2>
        <Dates subject={props.child.subject}/>
      </div>
      <div class="child-c">
        <For each={props.child.columns}>{(column) => <Column column={column}/>}</For>
      </div>
      <Show when={props.child.conferences.length > 0}>
        <div class="child-x">
          <h3>{t('children.conferences')}</h3>
          <ul>
            <For each={props.child.conferences}>
              {(conference) => (<li>
                  <a href={`${room.base}/conferences/${conference.id}`} dir="auto">
                    {conference.title}
                  </a>{' '}
                  <span class="soft">{formats().date(conference.start)}</span>
                </li>)}
            </For>
          </ul>
        </div>
      </Show>
    </section>);
}
function Name(props) {
    const { t } = useMessages();
    return (<bdi>
      {props.subject.kind === 'child'
            ? props.subject.name
            : t('children.pregnancy', { name: props.subject.name })}
    </bdi>);
}
function Dates(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const words = () => {
        const { subject } = props;
        if (subject.kind === 'pregnancy') {
            return subject.dueDate ? [t('children.due', { date: formats().date(subject.dueDate) })] : [];
        }
        if (subject.birth === null)
            return [];
        const born = t(subject.sex === 'f' ? 'children.bornF' : 'children.born', {
            date: formats().date(subject.birth),
        });
        return [ageWords(t, subject.birth, room.today()), born];
    };
    return <span class="soft">{words().join(' · ')}</span>;
}
function Column(props) {
    const { t } = useMessages();
    const empty = () => props.column.goals.length + props.column.referrals.length + props.column.tasks.length === 0;
    return (<div class="child-col">
      <h3>
        <SectorMark sector={props.column.sector}/>
        {t(`children.sector.${props.column.sector}`)}
      </h3>
      <Show when={props.column.missing.length > 0}>
        <p class="child-m">
          <b>{t('children.missing')}</b>{' '}
          <For each={props.column.missing}>
            {(missing, i) => (<>
                {i() > 0 ? ' · ' : ''}
                {t(`children.missing.${missing.what}`)}
                {missing.asked ? ` (${t('children.asked')})` : ''}
              </>)}
          </For>
        </p>
      </Show>
      <Show when={props.column.people.length > 0}>
        <h4>{t('children.people')}</h4>
        <ul>
          <For each={props.column.people}>
            {(one) => (<li>
                <span dir="auto">{one.person.name}</span>{' '}
                <span class="soft" dir="auto">
                  {one.person.body?.name ?? t(`functions.role.${one.role}`)}
                </span>
              </li>)}
          </For>
        </ul>
      </Show>
      <Show when={!empty()} fallback={<p class="muted">{t('children.nothing')}</p>}>
        <Goals column={props.column}/>
        <Referrals column={props.column}/>
        <Tasks column={props.column}/>
      </Show>
    </div>);
}
function Goals(props) {
    const { t, formats } = useMessages();
    return (<Show when={props.column.goals.length > 0}>
      <h4>{t('children.goals')}</h4>
      <ul>
        <For each={props.column.goals}>
          {(goal) => (<li>
              <span dir="auto">{goal.title}</span>
              <span class="item-m">
                <span>{t(`goals.status.${goal.status}`)}</span>
                <Show when={goal.rating}>{(n) => <span>{t('children.rating', { n: n() })}</span>}</Show>
                <Show when={goal.due}>{(due) => <span>{formats().date(due())}</span>}</Show>
                <Show when={goal.responsible}>{(person) => <span dir="auto">{person().name}</span>}</Show>
                <Show when={goal.shared}>
                  <span>{t('children.shared')}</span>
                </Show>
              </span>
            </li>)}
        </For>
      </ul>
    </Show>);
}
function Referrals(props) {
    const { t, formats } = useMessages();
    return (<Show when={props.column.referrals.length > 0}>
      <h4>{t('children.referrals')}</h4>
      <ul>
        <For each={props.column.referrals}>
          {(referral) => (<li>
              <span class="cap">{t(serviceKey(referral.service))}</span>{' '}
              <span class="soft" dir="auto">
                {referral.to.name}
              </span>
              <span class="item-m">
                <span>{t(`referrals.status.${referral.status}`)}</span>
                <Show when={referral.outcome}>
                  {(outcome) => <span>{t(`referrals.outcome.${outcome()}`)}</span>}
                </Show>
                <span>{formats().date(referral.requestedOn)}</span>
                <Show when={referral.late}>
                  <Tag tone="late">{t('children.late')}</Tag>
                </Show>
              </span>
            </li>)}
        </For>
      </ul>
    </Show>);
}
function Tasks(props) {
    const { t, formats } = useMessages();
    return (<Show when={props.column.tasks.length > 0}>
      <h4>{t('children.tasks')}</h4>
      <ul>
        <For each={props.column.tasks}>
          {(task) => (<li>
              <span dir="auto">{task.title}</span>
              <span class="item-m">
                <span>{t(`tasks.status.${task.status}`)}</span>
                <span dir="auto">{task.owner.name}</span>
                <Show when={task.due}>
                  {(due) => <span class={task.overdue ? 'late' : undefined}>{formats().date(due())}</span>}
                </Show>
              </span>
            </li>)}
        </For>
      </ul>
    </Show>);
}
