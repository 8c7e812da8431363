/** In the place of the list: what changed between two days, in words. */
import { For, Show } from 'solid-js';
import { isUnchanged } from '../../../shared/documents/map-picture.ts';
import { useMessages } from '../../messages/messages.tsx';
export function MapChanges(props) {
    const { t } = useMessages();
    const nameIn = (picture, key) => picture.nodes[key]?.label ?? '';
    const whomIn = (picture, { source, target }) => nameIn(picture, picture.nodes[source]?.kind === 'member' ? target : source);
    const added = () => {
        const { addedNodes, addedTies } = props.comparison;
        const news = new Set(addedNodes);
        const ties = addedTies.flatMap((key) => {
            const tie = props.after.ties[key];
            return tie && !news.has(tie.source) && !news.has(tie.target)
                ? [t('mapHistory.addedTie', { who: whomIn(props.after, tie) })]
                : [];
        });
        return [...addedNodes.map((key) => nameIn(props.after, key)), ...ties];
    };
    const gone = () => {
        const { goneNodes, goneTies } = props.comparison;
        const away = new Set(goneNodes);
        const ties = goneTies.flatMap((key) => {
            const tie = props.before.ties[key];
            return tie && !away.has(tie.source) && !away.has(tie.target)
                ? [t('mapHistory.goneTie', { who: whomIn(props.before, tie) })]
                : [];
        });
        return [...goneNodes.map((key) => nameIn(props.before, key)), ...ties];
    };
    const changed = () => props.comparison.changedTies.map(({ before, after, fields }) => fields.includes('strength')
        ? t('mapHistory.strengthened', {
            who: whomIn(props.after, after),
            before: t(`map.strength.${before.strength}`),
            after: t(`map.strength.${after.strength}`),
        })
        : t('mapHistory.energyChanged', { who: whomIn(props.after, after) }));
    return (<aside class="net-panel map-side" aria-label={t('mapHistory.compare')} aria-live="polite">
      <div class="net-panel-b" tabindex="0">
        <h2>{props.title}</h2>
        <Show when={!isUnchanged(props.comparison)} fallback={<p>{t('mapHistory.unchanged')}</p>}>
          <Group title={t('mapHistory.added')} change="added" lines={added()}/>
          <Group title={t('mapHistory.gone')} change="gone" lines={gone()}/>
          <Group title={t('mapHistory.changed')} change="changed" lines={changed()}/>
        </Show>
      </div>
    </aside>);
}
function Group(props) {
    return (<Show when={props.lines.length > 0}>
      <h3>{props.title}</h3>
      <ul data-change={props.change}>
        <For each={props.lines}>{(line) => <li dir="auto">{line}</li>}</For>
      </ul>
    </Show>);
}
