/** Where the family came from: the report it was opened from and how early, and the visits to desks it let be linked. */
import { For, type JSX, Show } from 'solid-js';
import { deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import type { Earliness } from '../../../shared/records/earliness.ts';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { useRoom } from '../households/household-room.tsx';

export function IntakePart(): JSX.Element {
  const { t, formats } = useMessages();
  const householdId = useRoom().household().id;
  const params = { householdId };
  const intake = createRead(reportEndpoints.ofHousehold, () => ({
    key: householdKey(householdId, 'charge', 'intake'),
    input: { params },
  }));
  const visits = createRead(deskContactEndpoints.ofHousehold, () => ({
    key: householdKey(householdId, 'charge', 'desk-contacts'),
    input: { params },
  }));
  const earliness = (early: Earliness): string =>
    early.kind === 'pregnancy' ? t('door.week', { week: early.week }) : t('door.age', { days: early.days });
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('keep.intake.title')}</h2>
      </div>
      <Answered read={intake} lines={2}>
        {(answer) => (
          <Show when={answer().intake} fallback={<p class="muted">{t('keep.intake.none')}</p>}>
            {(report) => (
              <dl class="facts">
                <dt>{t('keep.intake.from')}</dt>
                <dd>
                  <Show when={report().senderBody} fallback={t(`door.sender.${report().senderKind}`)}>
                    {(body) => (
                      <span class="sec">
                        <SectorMark sector={body().sector} named />
                        <span>
                          <bdi>{body().name}</bdi>
                          <span class="soft"> · {t(`door.sender.${report().senderKind}`)}</span>
                        </span>
                      </span>
                    )}
                  </Show>
                  <Show
                    when={report().senderName !== (report().senderBody?.name ?? '') && report().senderName}
                  >
                    {(name) => (
                      <small class="soft" dir="auto">
                        {name()}
                      </small>
                    )}
                  </Show>
                </dd>
                <dt>{t('keep.intake.on')}</dt>
                <dd>{formats().date(report().receivedAt, 'long')}</dd>
                <Show when={answer().earliness}>
                  {(early) => (
                    <>
                      <dt>{t('keep.intake.early')}</dt>
                      <dd>{earliness(early())}</dd>
                    </>
                  )}
                </Show>
              </dl>
            )}
          </Show>
        )}
      </Answered>
      <Show when={(visits.value()?.contacts.length ?? 0) > 0}>
        <h3 class="charge-day">{t('keep.intake.desks')}</h3>
        <ul>
          <For each={visits.value()?.contacts ?? []}>
            {(contact) => (
              <For each={contact.steps}>
                {(step) => (
                  <li class="line">
                    <span class="person-t">
                      <span dir="auto">{step.topic}</span>
                      <small>
                        <bdi>{step.desk.name}</bdi> · {t(`desks.result.${step.outcome}`)}
                      </small>
                    </span>
                    <span class="end">
                      <time dateTime={step.on}>{formats().date(step.on)}</time>
                    </span>
                  </li>
                )}
              </For>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
