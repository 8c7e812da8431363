/** The people of the demo network, by what they do; one press enters as one of them. Nothing outside demo mode. */
import { For, Show } from 'solid-js';
import { PersonFunction } from '../../../shared/person-function.ts';
import { demoEndpoints } from '../../../shared/records/demo.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
/** In the order the product lists the functions; empty groups left out. */
export const byFunction = (accounts) => PersonFunction.options
    .map((name) => ({ name, accounts: accounts.filter((account) => account.function === name) }))
    .filter((group) => group.accounts.length > 0);
export function DemoAccounts(props) {
    const { t } = useMessages();
    const demo = createRead(demoEndpoints.get, () => ({ key: ['demo'], input: {} }));
    return (<Show when={demo.value()}>
      {(network) => (<section class="demo">
          <h2>{t('session.demo')}</h2>
          <div class="demo-list">
            <For each={byFunction(network().accounts)}>
              {(group) => (<>
                  <h3 class="demo-g">
                    <span class="cap">{t(`functions.function.${group.name}`)}</span>
                  </h3>
                  <For each={group.accounts}>
                    {(account) => (<button type="button" class="demo-p" aria-label={t('session.demoEnter', { name: account.name })} onClick={() => props.onChoose(account)}>
                        <span dir="auto">{account.name}</span>
                        <small dir="auto">{account.body}</small>
                      </button>)}
                  </For>
                </>)}
            </For>
          </div>
        </section>)}
    </Show>);
}
