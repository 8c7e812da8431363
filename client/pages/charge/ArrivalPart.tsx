/** How the family came to us: the report it was opened from, and its visits at desks once she let them be linked. */
import { For, type JSX, Show } from 'solid-js';
import { deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { senderWords } from '../door/ReportCase.tsx';
import { useRoom } from '../households/household-room.tsx';

export function ArrivalPart(): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const params = { householdId: room.household().id };
  const report = createRead(reportEndpoints.ofHousehold, () => ({
    key: householdKey(params.householdId, 'charge', 'intake'),
    input: { params },
  }));
  const contacts = createRead(deskContactEndpoints.ofHousehold, () => ({
    key: householdKey(params.householdId, 'charge', 'desk-contacts'),
    input: { params },
  }));
  const visits = () =>
    (contacts.value()?.contacts ?? []).flatMap(({ code, steps }) => steps.map((step) => ({ code, step })));
  return (
    <Show when={report.value()?.intake || visits().length > 0}>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('charge.arrival')}</h2>
        </div>
        <ol>
          <Show when={report.value()?.intake}>
            {(intake) => (
              <li class="item ev">
                <time datetime={intake().receivedAt}>{formats().date(intake().receivedAt, 'numeric')}</time>
                <div>
                  <p class="item-t">{t('door.report', { number: intake().number })}</p>
                  <p class="item-m">
                    <bdi>{senderWords(intake())}</bdi>
                  </p>
                </div>
              </li>
            )}
          </Show>
          <For each={visits()}>
            {({ code, step }) => (
              <li class="item ev">
                <time datetime={step.on}>{formats().date(step.on, 'numeric')}</time>
                <div>
                  <p class="item-t" dir="auto">
                    {step.topic}
                  </p>
                  <p class="item-m">
                    <bdi>{step.desk.name}</bdi>
                    <span>{t(`desks.result.${step.outcome}`)}</span>
                    <bdi dir="ltr">{code}</bdi>
                  </p>
                </div>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
