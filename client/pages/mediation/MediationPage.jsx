/** Mediation: for a mediator what waits for her and what she has; for the coordination requests to assign and the roster (A5). */
import '../pages.css';
import './mediation.css';
import { createSignal, For, Show } from 'solid-js';
import { mediationEndpoints } from '../../../shared/records/mediation.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AvailabilityDialog } from './AvailabilityDialog.tsx';
import { MediationItem } from './MediationItem.tsx';
import { Roster } from './Roster.tsx';
export default function MediationPage() {
    const { t } = useMessages();
    const me = useMe();
    const requests = createRead(mediationEndpoints.list, () => ({ key: keys.mediation, input: {} }));
    const roster = createRead(mediationEndpoints.roster, () => ({
        key: [...keys.mediation, 'roster'],
        input: {},
    }));
    const [mine, setMine] = createSignal();
    const hers = () => roster.value()?.mediators.find(({ person }) => person.id === me().id);
    const coordinates = () => me().function === 'coordinator';
    return (<Page>
      <header class="top">
        <PageHeading>{t('mediation.title')}</PageHeading>
        <Show when={hers()}>
          {(entry) => (<div class="top-a">
              <Button onClick={() => setMine(entry())}>{t('mediation.availability')}</Button>
            </div>)}
        </Show>
      </header>
      <Answered read={requests} lines={5} page>
        {(answer) => (<Show when={coordinates()} fallback={<ForMediator requests={answer().requests} mediatorId={me().id}/>}>
            <div class="cols2">
              <ForCoordination requests={answer().requests} roster={roster.value()?.mediators ?? []}/>
              <Answered read={roster} lines={5}>
                {(found) => <Roster mediators={found().mediators} onChange={setMine}/>}
              </Answered>
            </div>
          </Show>)}
      </Answered>
      <Show when={mine()}>
        {(entry) => <AvailabilityDialog entry={entry()} onClose={() => setMine(undefined)}/>}
      </Show>
    </Page>);
}
function Section(props) {
    return (<section class="sect">
      <div class="sect-h">
        <h2>{props.title}</h2>
        <span class="n">{props.requests.length || ''}</span>
      </div>
      <Show when={props.requests.length > 0} fallback={<p class="muted">{props.none}</p>}>
        <ul>
          <For each={props.requests}>
            {(request) => <MediationItem request={request} roster={props.roster ?? []}/>}
          </For>
        </ul>
      </Show>
    </section>);
}
function ForMediator(props) {
    const { t } = useMessages();
    const isHers = ({ mediator }) => mediator?.id === props.mediatorId;
    const waiting = () => props.requests.filter((request) => request.status === 'requested' || (request.status === 'assigned' && isHers(request)));
    const taken = () => props.requests.filter((request) => request.status === 'accepted' && isHers(request));
    const past = () => props.requests.filter((request) => request.status === 'done' && isHers(request));
    return (<div class="narrow">
      <Section title={t('mediation.forYou')} none={t('mediation.forYouNone')} requests={waiting()}/>
      <Section title={t('mediation.mine')} none={t('mediation.mineNone')} requests={taken()}/>
      <Show when={past().length > 0}>
        <Section title={t('mediation.past')} none="" requests={past()}/>
      </Show>
    </div>);
}
function ForCoordination(props) {
    const { t } = useMessages();
    const of = (...statuses) => props.requests.filter(({ status }) => statuses.includes(status));
    return (<div>
      <Section title={t('mediation.toAssign')} none={t('mediation.toAssignNone')} requests={of('requested')} roster={props.roster}/>
      <Section title={t('mediation.running')} none={t('mediation.runningNone')} requests={of('assigned', 'accepted')} roster={props.roster}/>
      <Show when={of('done').length > 0}>
        <Section title={t('mediation.past')} none="" requests={of('done')}/>
      </Show>
    </div>);
}
