/** Community pacts: who binds themselves, to do what, with which volunteers, and whether it is in force (C9). */
import { For, Show } from 'solid-js';
import { communityPactEndpoints, pactState, } from '../../../shared/records/community-pacts.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { createToday } from '../today-day.ts';
export function PactsSection() {
    const { t } = useMessages();
    const read = createRead(communityPactEndpoints.list, () => ({ key: keys.communityPacts, input: {} }));
    return (<Answered read={read} lines={8}>
      {(answer) => (<Show when={answer().pacts.length > 0} fallback={<EmptyState size="part" title={t('territory.pact.none')}>
              {t('territory.pact.noneNext')}
            </EmptyState>}>
          <For each={answer().pacts}>{(pact) => <Pact pact={pact}/>}</For>
        </Show>)}
    </Answered>);
}
function Pact(props) {
    const { t, formats } = useMessages();
    const { showToast } = useToasts();
    const today = createToday();
    const state = () => pactState(props.pact, today());
    const sign = createAction((bodyId) => call(communityPactEndpoints.sign, {
        params: { communityPactId: props.pact.id },
        body: { bodyId, on: today() },
    }), {
        toast: true,
        touches: () => [keys.communityPacts],
        onDone: () => showToast({ text: t('territory.pact.signed') }),
    });
    return (<article class="sect">
      <header class="sect-h">
        <h2 dir="auto">{props.pact.name}</h2>
        <Tag tone={state() === 'in_force' ? 'good' : undefined}>{t(`territory.pact.state.${state()}`)}</Tag>
        <span class="n">
          <bdi>{props.pact.area}</bdi>
          {' · '}
          {t('territory.pact.dates', {
            from: formats().date(props.pact.startsOn, 'long'),
            to: formats().date(props.pact.endsOn, 'long'),
        })}
        </span>
      </header>
      <div class="cols2">
        <div class="words">
          <h3>{t('territory.pact.together')}</h3>
          <ul class="bullets" dir="auto">
            <For each={props.pact.interventions}>{(one) => <li>{one}</li>}</For>
          </ul>
          <Show when={props.pact.volunteers.length > 0}>
            <h3>{t('territory.pact.volunteers')}</h3>
            <For each={props.pact.volunteers}>
              {(group) => (<p>
                  {t('territory.pact.group', { count: group.count, hours: group.hoursPerMonth })}
                  <Show when={group.body}>
                    {(body) => (<>
                        {' · '}
                        <bdi>{body().name}</bdi>
                      </>)}
                  </Show>
                  <Show when={group.skills.length > 0}>
                    <br />
                    <span class="muted" dir="auto">
                      {formats().list(group.skills)}
                    </span>
                  </Show>
                </p>)}
            </For>
          </Show>
          <Show when={props.pact.publicLink}>
            <h3>{t('territory.pact.public')}</h3>
            <p dir="auto">{props.pact.publicLink}</p>
          </Show>
        </div>
        <div class="words">
          <h3>{t('territory.pact.bodies')}</h3>
          <ul>
            <For each={props.pact.bodies}>
              {({ body, signedOn, signable }) => (<li class="line">
                  <span class="sec">
                    <SectorMark sector={body.sector} named/>
                    <span dir="auto">{body.name}</span>
                  </span>
                  <span class="end">
                    <Show when={signedOn} fallback={t('territory.pact.notSigned')}>
                      {(day) => t('territory.pact.signedOn', { day: formats().date(day()) })}
                    </Show>
                    <Show when={signable && state() !== 'ended'}>
                      <Button small busy={sign.busy()} aria-label={t('territory.pact.signOf', { name: body.name })} onClick={() => void sign.run(body.id)}>
                        {t('territory.pact.sign')}
                      </Button>
                    </Show>
                  </span>
                </li>)}
            </For>
          </ul>
        </div>
      </div>
    </article>);
}
