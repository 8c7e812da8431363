/** What the call centre was asked, month by month, without anything that points at somebody (D12). */
import { For, Show } from 'solid-js';
import { callStatisticsEndpoints, } from '../../../shared/records/call-statistics.ts';
import { ReportingKind, Urgency } from '../../../shared/records/report-content.ts';
import { TriageOutcome } from '../../../shared/records/reports.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
export default function Numbers() {
    const { t, formats } = useMessages();
    const read = createRead(callStatisticsEndpoints.read, () => ({
        key: [...keys.reports, 'numbers'],
        input: {},
    }));
    const cell = (n) => (n === null || n === undefined ? t('door.few') : formats().number(n));
    return (<section class="sect door-numbers">
      <p class="soft">{t('door.numbersNote')}</p>
      <Answered read={read} lines={8}>
        {(answer) => (<>
            <section class="door-dup-w" tabindex="0" aria-label={t('door.tab.numbers')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('door.month')}</th>
                    <th scope="col">{t('door.received')}</th>
                    <th scope="col">{t('door.urgency.now')}</th>
                    <th scope="col">{t('door.early.pregnancy')}</th>
                    <th scope="col">{t('door.early.birth')}</th>
                    <th scope="col">{t('door.redirectedCount')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={[answer().total, ...answer().months]}>
                    {(month) => (<tr>
                        <th scope="row">
                          {month.month ? formats().date(`${month.month}-01`, 'month') : t('door.allMonths')}
                        </th>
                        <td>{cell(month.received)}</td>
                        <td>{cell(month.byUrgency.now)}</td>
                        <td>{cell(month.byEarliness.pregnancy)}</td>
                        <td>{cell(month.byEarliness.birth)}</td>
                        <td>{cell(month.redirected)}</td>
                      </tr>)}
                  </For>
                </tbody>
              </table>
            </section>
            <Breakdowns total={answer().total} cell={cell}/>
          </>)}
      </Answered>
    </section>);
}
function Breakdowns(props) {
    const { t } = useMessages();
    const groups = () => [
        {
            title: t('door.bySender'),
            lines: ReportingKind.options.map((kind) => [t(`door.sender.${kind}`), props.total.bySender[kind]]),
        },
        {
            title: t('door.byOutcome'),
            lines: [
                ...TriageOutcome.options.map((outcome) => [t(`door.outcome.${outcome}`), props.total.byOutcome[outcome]]),
                [t('door.waitingCell'), props.total.byOutcome.waiting],
            ],
        },
        {
            title: t('door.byUrgency'),
            lines: Urgency.options.map((urgency) => [t(`door.urgency.${urgency}`), props.total.byUrgency[urgency]]),
        },
        {
            title: t('door.byEarliness'),
            lines: ['pregnancy', 'birth', 'unknown'].map((kind) => [t(`door.early.${kind}`), props.total.byEarliness[kind]]),
        },
    ];
    return (<div class="door-groups">
      <For each={groups()}>
        {({ title, lines }) => (<section>
            <h2>{title}</h2>
            <dl>
              <For each={lines.filter(([, n]) => n !== 0)}>
                {([label, n]) => (<div>
                    <dt>{label}</dt>
                    <dd>{props.cell(n)}</dd>
                  </div>)}
              </For>
            </dl>
          </section>)}
      </For>
      <Show when={props.total.medianWeek !== null || props.total.medianDays !== null}>
        <p class="soft">
          {[
            props.total.medianWeek !== null && t('door.medianWeek', { week: props.total.medianWeek }),
            props.total.medianDays !== null && t('door.medianDays', { days: props.total.medianDays }),
        ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Show>
    </div>);
}
