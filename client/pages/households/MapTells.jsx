/** In the place of the list: what the map reveals, in plain words. */
import { For, Show } from 'solid-js';
import { insightsOf, rightsOfBody } from '../../../shared/documents/map-insights.ts';
import { useMessages } from '../../messages/messages.tsx';
import { isolate } from '../isolate.ts';
import { useRoom } from './household-room.tsx';
export function MapTells(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const rightsServedBy = (node) => {
        const body = node.ref && props.bodyOf(node.ref);
        return body ? rightsOfBody(body) : [];
    };
    const insights = () => insightsOf(props.picture, {
        neededRights: (room.records.rights.value()?.rights ?? [])
            .filter(({ openGoals }) => openGoals > 0)
            .map(({ right }) => right),
        rightsServedBy,
    });
    const nameOf = (key) => isolate(props.picture.nodes[key]?.label ?? '');
    const whom = (tieKey) => {
        const tie = props.picture.ties[tieKey];
        return tie ? nameOf(props.picture.nodes[tie.source]?.kind === 'member' ? tie.target : tie.source) : '';
    };
    return (<aside class="net-panel map-side" aria-label={t('mapHistory.tells')}>
      <div class="net-panel-b" tabindex="0">
        <h2>{t('mapHistory.tells')}</h2>
        <h3>{t('mapHistory.missing')}</h3>
        <Lines lines={insights().missingTies.map(whom)} none={t('mapHistory.missingNone')}/>
        <Show when={insights().unservedRights.length > 0}>
          <h3>{t('mapHistory.unserved')}</h3>
          <Lines lines={insights().unservedRights.map((right) => t(`rights.right.${right}`))} none=""/>
        </Show>
        <h3>{t('mapHistory.bridges')}</h3>
        <Lines lines={insights().bridges.map(({ node, cutsOff }) => t('mapHistory.bridge', { who: nameOf(node), others: formats().list(cutsOff.map(nameOf)) }))} none={t('mapHistory.bridgesNone')}/>
        <p>{t('mapHistory.balance', insights().balance)}</p>
        <p>{t('mapHistory.exchange', insights().exchange)}</p>
        <Show when={insights().drains.length > 0}>
          <h3>{t('mapHistory.drains')}</h3>
          <Lines lines={insights().drains.map(whom)} none=""/>
        </Show>
      </div>
    </aside>);
}
function Lines(props) {
    return (<Show when={props.lines.length > 0} fallback={<p class="soft">{props.none}</p>}>
      <ul>
        <For each={props.lines}>{(line) => <li dir="auto">{line}</li>}</For>
      </ul>
    </Show>);
}
