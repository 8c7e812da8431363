/** The states the family was in, each with its day, its reason and who decided. */
import { createSignal, For, Show } from 'solid-js';
import { nextStatuses } from '../../../shared/records/households.ts';
import { statusChangeEndpoints } from '../../../shared/records/status-changes.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRoom } from '../households/household-room.tsx';
import { StatusDialog } from '../households/StatusDialog.tsx';
export function HistoryPart() {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [changing, setChanging] = createSignal(false);
    const read = createRead(statusChangeEndpoints.list, () => ({
        key: householdKey(room.household().id, 'charge', 'states'),
        input: { params: { householdId: room.household().id } },
    }));
    const mayChange = () => room.household().can.changeHousehold && nextStatuses[room.household().status].length > 0;
    return (<section class="sect narrow">
      <div class="sect-h">
        <h2>{t('charge.history')}</h2>
        <Show when={mayChange()}>
          <Button small onClick={() => setChanging(true)}>
            {t('households.changeStatus')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={3}>
        {(answer) => (<ol>
            <For each={answer().changes}>
              {(change) => (<li class="item ev">
                  <time datetime={change.on}>{formats().date(change.on, 'numeric')}</time>
                  <div>
                    <div class="item-t">
                      {change.from === null
                    ? t('charge.historyOpened')
                    : t('charge.historyFrom', {
                        from: t(`households.status.${change.from}`),
                        to: t(`households.status.${change.to}`),
                    })}
                    </div>
                    <div class="item-m">
                      <Show when={change.closure}>
                        {(closure) => <span>{t(`charge.closure.${closure()}`)}</span>}
                      </Show>
                      <Show when={change.reviewOn}>
                        {(day) => (<span>{t('charge.reviewOn', { date: formats().date(day(), 'long') })}</span>)}
                      </Show>
                      <span dir="auto">{change.by.name}</span>
                    </div>
                    <Show when={change.reason}>
                      <p class="why" dir="auto">
                        {change.reason}
                      </p>
                    </Show>
                  </div>
                </li>)}
            </For>
          </ol>)}
      </Answered>
      <StatusDialog open={changing()} onClose={() => setChanging(false)}/>
    </section>);
}
