/** Three axes from the middle to the corners, each as far as its side’s mean: now filled, then as a dashed line. */
import { For, Show } from 'solid-js';
import { sideMean, TriangleSide } from '../../../shared/records/assessments.ts';
import { useMessages } from '../../messages/messages.tsx';
/** Units of the drawing; the middle of the triangle is at [0, 0]. */
const reach = 100;
const best = 5;
/** The child on top, the parents and the environment below. */
const angles = { child: -90, parents: 150, environment: 30 };
function at(side, rating) {
    const radians = (angles[side] * Math.PI) / 180;
    const length = (rating / best) * reach;
    return [Math.round(Math.cos(radians) * length * 10) / 10, Math.round(Math.sin(radians) * length * 10) / 10];
}
const pointsAt = (rating) => TriangleSide.options.map((side) => at(side, rating));
const text = (points) => points.map((point) => point.join(',')).join(' ');
/** Corners of what was rated; a side nobody rated has none. */
const cornersOf = (content) => TriangleSide.options.flatMap((side) => {
    const mean = sideMean(content, side);
    return mean === null ? [] : [at(side, mean)];
});
export function Triangle(props) {
    const { t, formats } = useMessages();
    const told = () => TriangleSide.options.flatMap((side) => {
        const mean = sideMean(props.now, side);
        if (mean === null)
            return [];
        const value = formats().number(Math.round(mean * 10) / 10);
        return [t('charge.sideMean', { side: t(`charge.side.${side}`), value })];
    });
    return (<svg class="triangle" viewBox="-150 -122 300 200" role="img" aria-label={t('charge.triangleLabel', { sides: formats().list(told()) })}>
      <For each={[1, 2, 3, 4, 5]}>
        {(rating) => (<polygon class="tri-level" data-edge={rating === best ? '' : undefined} points={text(pointsAt(rating))}/>)}
      </For>
      <For each={TriangleSide.options}>
        {(side) => <line class="tri-level" x1="0" y1="0" x2={at(side, best)[0]} y2={at(side, best)[1]}/>}
      </For>
      <Show when={props.before}>
        {(before) => <polygon class="tri-before" points={text(cornersOf(before()))}/>}
      </Show>
      <polygon class="tri-now" points={text(cornersOf(props.now))}/>
      <For each={cornersOf(props.now)}>{([x, y]) => <circle class="tri-dot" cx={x} cy={y} r="3.5"/>}</For>
      <g class="tri-words">
        <text x="0" y="-107">
          {t('charge.side.child')}
        </text>
        <text x="-78" y="68">
          {t('charge.side.parents')}
        </text>
        <text x="78" y="68">
          {t('charge.side.environment')}
        </text>
      </g>
    </svg>);
}
