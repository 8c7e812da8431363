/** The sketch itself: districts that open, a count where many bodies are, a mark with colour and shape where one is. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { districts, outlineOf, placesIn, rivers, viewOf } from './city-sketch.ts';
/** So few are shown one by one on the whole city too. */
const few = 9;
export function CitySketch(props) {
    const { t } = useMessages();
    const view = () => viewOf(props.district);
    const within = (district) => props.partners.filter((partner) => partner.district === district.number);
    const isNear = (district) => props.district === district.number || (props.district === null && within(district).length === 1);
    const marks = () => districts.flatMap((district) => {
        const here = within(district);
        const places = placesIn(district, here);
        return here.flatMap((partner) => {
            const at = places.get(partner.body.id);
            const alone = isNear(district) || props.partners.length <= few || partner.body.kind === 'casa_del_quartiere';
            return at && alone && (props.district === null || isNear(district)) ? [{ partner, at }] : [];
        });
    });
    const lines = () => {
        const all = marks();
        const casa = all.find(({ partner }) => partner.body.id === props.casaId);
        if (casa === undefined)
            return [];
        return all
            .filter(({ partner }) => props.ties.some((tie) => tie.casaId === props.casaId && tie.bodyId === partner.body.id))
            .map(({ at }) => ({ from: casa.at, to: at }));
    };
    const label = (district) => t('territory.map.cluster', {
        district: t('territory.map.district', { n: district.number }),
        count: within(district).length,
    });
    return (<figure class="sketch">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing can't be a fieldset */}
      <svg viewBox={`${view().x} ${view().y} ${view().size} ${view().size}`} role="group" aria-label={t('territory.map.label')} style={{ '--k': String(view().size / 1000) }}>
        <For each={districts}>
          {(district) => (<Pressable class="sketch-d" label={label(district)} pressed={props.district === district.number} onPress={() => props.onDistrict(props.district === district.number ? null : district.number)}>
              <path d={outlineOf(district)}/>
            </Pressable>)}
        </For>
        <g class="sketch-w">
          <For each={rivers}>{(d) => <path d={d}/>}</For>
        </g>
        <g class="sketch-l">
          <For each={lines()}>{({ from, to }) => <line x1={from.x} y1={from.y} x2={to.x} y2={to.y}/>}</For>
        </g>
        <g class="sketch-n">
          <For each={districts}>
            {(district) => (<Show when={props.district === null}>
                <text x={district.centre.x} y={district.centre.y} class="sketch-no">
                  {district.number}
                </text>
                <Show when={props.partners.length > few && within(district).length > 0}>
                  <text x={district.centre.x} y={district.centre.y + 34} class="sketch-c">
                    {within(district).length}
                  </text>
                </Show>
              </Show>)}
          </For>
        </g>
        <For each={marks()}>
          {({ partner, at }) => (<Pressable class="sketch-b" label={partner.body.name} pressed={props.chosen === partner.body.id} onPress={() => props.onChosen(partner.body.id)} at={at}>
              <circle r="17"/>
              <foreignObject x="-10" y="-10" width="20" height="20">
                <span class="sketch-m">
                  <SectorMark sector={partner.body.sector}/>
                </span>
              </foreignObject>
              <Show when={props.chosen === partner.body.id}>
                <text y="-26" class="sketch-t" direction="ltr">
                  {partner.body.name}
                </text>
              </Show>
            </Pressable>)}
        </For>
      </svg>
      <figcaption>
        <span>{t('territory.map.honest')}</span>
        <Show when={props.district !== null}>
          <Button small onClick={() => props.onDistrict(null)}>
            {t('territory.map.whole')}
          </Button>
        </Show>
      </figcaption>
    </figure>);
}
/** A part of the drawing that is pressed like a button. */
function Pressable(props) {
    return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG group can't be a button element
    <g class={props.class} role="button" tabindex="0" aria-label={props.label} aria-pressed={props.pressed} style={props.at && { transform: `translate(${props.at.x}px, ${props.at.y}px) scale(var(--k))` }} onClick={() => props.onPress()} onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ')
                return;
            event.preventDefault();
            props.onPress();
        }}>
      <title>{props.label}</title>
      {props.children}
    </g>);
}
