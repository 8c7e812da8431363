/** How a referral came to where it is: every step, with who took it and what they noted (B9). */
import { For, Show } from 'solid-js';
import { referenceOf } from '../../../shared/records/referrals.ts';
import { useMessages } from '../../messages/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
export function ReferralSteps(props) {
    const { t, formats } = useMessages();
    return (<Show when={props.referral.steps.length > 0}>
      <details class="ref-s">
        <summary>
          {t('loop.steps')}
          <VisuallyHidden> {props.referral.to.name}</VisuallyHidden>
        </summary>
        <ol>
          <For each={props.referral.steps}>
            {(step) => (<li>
                <time dateTime={step.at}>{formats().date(step.at)}</time>
                <span>
                  {t(`referrals.status.${step.status}`)}
                  <Show when={step.outcome}>{(outcome) => <>, {t(`referrals.outcome.${outcome()}`)}</>}</Show>
                  <span class="soft">
                    {' · '}
                    <bdi>{step.byBody ? t('loop.byBody', { body: step.byBody.name }) : step.by?.name}</bdi>
                  </span>
                  <Show when={step.note}>
                    {(note) => (<span class="ref-n" dir="auto">
                        {note()}
                      </span>)}
                  </Show>
                </span>
              </li>)}
          </For>
        </ol>
        <p class="muted">{t('loop.reference', { reference: referenceOf(props.referral.id) })}</p>
      </details>
    </Show>);
}
