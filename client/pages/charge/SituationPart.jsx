/** What is known of the family, with the day it was recorded; earlier days fold away. */
import { createSignal, For, Show } from 'solid-js';
import { situationEndpoints } from '../../../shared/records/situations.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRoom } from '../households/household-room.tsx';
import { SituationDialog } from './SituationDialog.tsx';
export function SituationPart() {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [writing, setWriting] = createSignal(false);
    const read = createRead(situationEndpoints.list, () => ({
        key: householdKey(room.household().id, 'charge', 'situations'),
        input: { params: { householdId: room.household().id } },
    }));
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('charge.situation')}</h2>
        <Show when={room.household().can.writeCharge && read.value()}>
          <Button small onClick={() => setWriting(true)}>
            {t('charge.update')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={6}>
        {(answer) => (<>
            <Show when={answer().situations[0]} fallback={<p class="muted">{t('charge.situationNone')}</p>}>
              {(newest) => (<>
                  <Facts situation={newest()}/>
                  <p class="soft">
                    {t('charge.asOf', { date: formats().date(newest().on, 'long') })} ·{' '}
                    <span dir="auto">{t('charge.recordedBy', { name: newest().by.name })}</span>
                  </p>
                </>)}
            </Show>
            <Show when={answer().situations.length > 1}>
              <details>
                <summary class="muted">{t('charge.earlierSituations')}</summary>
                <For each={answer().situations.slice(1)}>
                  {(earlier) => (<>
                      <h3 class="charge-day">
                        {t('charge.asOf', { date: formats().date(earlier.on, 'long') })}
                      </h3>
                      <Facts situation={earlier}/>
                    </>)}
                </For>
              </details>
            </Show>
            <Show when={writing()}>
              <SituationDialog situations={answer().situations} onClose={() => setWriting(false)}/>
            </Show>
          </>)}
      </Answered>
    </section>);
}
function Facts(props) {
    const { t, formats } = useMessages();
    const day = (date) => formats().date(date, 'numeric');
    const isee = () => {
        const { isee: stated } = props.situation;
        return stated.state === 'known'
            ? t('charge.isee.known', { euro: formats().cents(stated.cents), date: day(stated.on) })
            : t(`charge.isee.${stated.state}`);
    };
    return (<dl class="facts">
      <Fact name={t('charge.severePoverty')} value={t(`charge.known.${props.situation.severePoverty}`)} more={props.situation.severePovertySince
            ? t('charge.since', { from: day(props.situation.severePovertySince) })
            : undefined} unknown={props.situation.severePoverty === 'unknown'}/>
      <Fact name={t('charge.isee')} value={isee()} unknown={props.situation.isee.state === 'unknown'}/>
      <Fact name={t('charge.housing')} value={t(`charge.housing.${props.situation.housing}`)} unknown={props.situation.housing === 'unknown'}/>
      <Fact name={t('charge.residence')} value={t(`charge.residence.${props.situation.residence}`)} unknown={props.situation.residence === 'unknown'}/>
      <Fact name={t('charge.work')} value={t(`charge.work.${props.situation.work}`)} unknown={props.situation.work === 'unknown'}/>
      <Fact name={t('charge.documentState')} value={t(`charge.documentState.${props.situation.documentState}`)} more={props.situation.documentExpires
            ? t('charge.expires', { date: day(props.situation.documentExpires) })
            : undefined} unknown={props.situation.documentState === 'unknown'}/>
      <Fact name={t('charge.healthRegistration')} value={t(`charge.healthRegistration.${props.situation.healthRegistration}`)} unknown={props.situation.healthRegistration === 'unknown'}/>
      <Fact name={t('charge.paediatrician')} value={t(`charge.known.${props.situation.paediatrician}`)} unknown={props.situation.paediatrician === 'unknown'}/>
      <Fact name={t('charge.migrantBackground')} value={t(`charge.known.${props.situation.migrantBackground}`)} unknown={props.situation.migrantBackground === 'unknown'}/>
    </dl>);
}
function Fact(props) {
    return (<div>
      <dt>{props.name}</dt>
      <dd data-unknown={props.unknown ? '' : undefined}>
        {props.value}
        <Show when={props.more}>
          <span class="soft"> · {props.more}</span>
        </Show>
      </dd>
    </div>);
}
