/** How much everybody carries: a tutor’s own families by name, everybody’s loads as counts; and the programmes. */
import '../pages.css';
import '../charge/charge.css';
import { For, type JSX, Show } from 'solid-js';
import { type CaseloadHousehold, caseloadEndpoints, type Load } from '../../../shared/records/caseload.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tag } from '../../ui/state.tsx';
import { ProgrammesPart } from './ProgrammesPart.tsx';

export default function CaseloadPage(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const read = createRead(caseloadEndpoints.get, () => ({ key: keys.caseload, input: {} }));
  return (
    <Page>
      <header class="top">
        <PageHeading>{t('charge.caseload')}</PageHeading>
      </header>
      <p class="muted narrow">{t('charge.caseloadExplain')}</p>
      <Answered read={read} page lines={6}>
        {(answer) => (
          <>
            <Show when={me().function === 'tutor'}>
              <Mine households={answer().mine} />
            </Show>
            <Loads
              title={t('charge.byTutor')}
              who={t('charge.tutor')}
              rows={answer().tutors.map(({ person, load }) => ({ name: person.name, load }))}
            />
            <Loads
              title={t('charge.byService')}
              who={t('charge.service')}
              rows={answer().services.map(({ body, load }) => ({ name: body.name, load }))}
            />
          </>
        )}
      </Answered>
      <ProgrammesPart />
    </Page>
  );
}

function Mine(props: { households: readonly CaseloadHousehold[] }): JSX.Element {
  const { t } = useMessages();
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('charge.mine')}</h2>
      </div>
      <Show when={props.households.length > 0} fallback={<p class="muted">{t('charge.mineNone')}</p>}>
        <div class="caseload">
          <table class="t">
            <thead>
              <tr>
                <th scope="col">{t('charge.family')}</th>
                <th scope="col">{t('charge.state')}</th>
                <th scope="col" class="num">
                  {t('charge.weight')}
                </th>
                <th scope="col" class="num">
                  {t('charge.openTasks')}
                </th>
                <th scope="col" class="num">
                  {t('charge.overdueTasks')}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.households}>
                {(household) => (
                  <tr>
                    <th scope="row">
                      <a class="name" href={`/households/${household.id}/charge`}>
                        <bdi>{household.name}</bdi>
                      </a>{' '}
                      <span class="soft">{household.code}</span>
                    </th>
                    <td>
                      <Tag>{t(`households.status.${household.status}`)}</Tag>
                      <Show when={household.urgent}>
                        <Tag tone="late">{t('charge.urgentOne')}</Tag>
                      </Show>
                      <Show when={household.underOne}>
                        <Tag tone="accent">{t('charge.underOneOne')}</Tag>
                      </Show>
                    </td>
                    <td class="num">{household.weight}</td>
                    <td class="num">{household.openTasks}</td>
                    <Overdue count={household.overdueTasks} />
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}

function Loads(props: {
  title: string;
  who: string;
  rows: readonly { readonly name: string; readonly load: Load }[];
}): JSX.Element {
  const { t } = useMessages();
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{props.title}</h2>
      </div>
      <section class="caseload" tabindex="0" aria-label={props.title}>
        <table class="t">
          <thead>
            <tr>
              <th scope="col">{props.who}</th>
              <For each={['families', 'weight', 'urgent', 'underOne', 'openTasks', 'overdueTasks'] as const}>
                {(name) => (
                  <th scope="col" class="num">
                    {t(`charge.${name}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {({ name, load }) => (
                <tr>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td class="num">{load.households}</td>
                  <td class="num">{load.weight}</td>
                  <td class="num">{load.urgent}</td>
                  <td class="num">{load.underOne}</td>
                  <td class="num">{load.openTasks}</td>
                  <Overdue count={load.overdueTasks} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Overdue(props: { count: number }): JSX.Element {
  return (
    <td class="num">
      <span class={props.count > 0 ? 'late' : undefined}>{props.count}</span>
    </td>
  );
}
