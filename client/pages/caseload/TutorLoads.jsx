/** Who carries how much, beside the choice of a tutor: the lightest first, and a press chooses. */
import { For, Show } from 'solid-js';
import { caseloadEndpoints } from '../../../shared/records/caseload.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
/** More are found by their name. */
const most = 6;
export function TutorLoads(props) {
    const { t } = useMessages();
    const read = createRead(caseloadEndpoints.get, () => ({ key: keys.caseload, input: {} }));
    const lightest = () => (read.value()?.tutors ?? [])
        .filter(({ person }) => person.id !== props.except)
        .toSorted((a, b) => a.load.weight - b.load.weight)
        .slice(0, most);
    return (<Show when={lightest().length > 0}>
      <section>
        <h3 class="muted">{t('charge.loads')}</h3>
        <ul>
          <For each={lightest()}>
            {({ person, load }) => (<li class="line">
                <span dir="auto">{person.name}</span>
                <span class="soft">
                  {t('charge.loadLine', {
                families: load.households,
                weight: load.weight,
                overdue: load.overdueTasks,
            })}
                </span>
                <span class="end">
                  <Button small kind="quiet" aria-label={`${t('charge.pick')}: ${person.name}`} onClick={() => props.onPick(person)}>
                    {t('charge.pick')}
                  </Button>
                </span>
              </li>)}
          </For>
        </ul>
      </section>
    </Show>);
}
