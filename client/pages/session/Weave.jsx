import { For } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { termDays } from '../../ui/band-scale.ts';
/** 40 across and 25 down make a thousand, one for each day; a cell is 14 units wide. */
const across = 40;
const days = 1000;
const cell = 14;
/** The day the picture stands on: five months and some days after birth. */
const today = termDays + 167;
const threadAt = (day) => {
    const column = day % across;
    const row = Math.floor(day / across);
    const [x, y] = [column * cell + cell / 2, row * cell + cell / 2];
    return (column + row) % 2 === 0 ? `M${x} ${y - 6}v12` : `M${x - 6} ${y}h12`;
};
/** One path for a run of days. */
function threads(from, to) {
    return Array.from({ length: to - from }, (_, index) => threadAt(from + index)).join('');
}
const centreOf = (day) => ({
    x: (day % across) * cell + cell / 2,
    y: Math.floor(day / across) * cell + cell / 2,
});
export function Weave() {
    const { t } = useMessages();
    const birth = centreOf(termDays);
    const now = centreOf(today);
    const legend = [
        ['k1', 'session.pregnancyDays'],
        ['kb', 'session.birthDay'],
        ['k2', 'session.livedDays'],
        ['kt', 'session.todayMark'],
        ['k3', 'session.comingDays'],
    ];
    return (<div class="si-d">
      <svg class="cloth" viewBox={`0 0 ${across * cell} ${(days / across) * cell}`} role="img" aria-label={t('session.weave')}>
        <title>{t('session.weave')}</title>
        <path class="w1" d={threads(0, termDays)}/>
        <path class="w2" d={threads(termDays + 1, today)}/>
        <path class="w3" d={threads(today + 1, days)}/>
        <circle class="wb" cx={birth.x} cy={birth.y} r="5.5"/>
        <path class="wt" d={`M${now.x} ${now.y - 7}v14M${now.x - 7} ${now.y}h14`}/>
      </svg>
      <dl class="key">
        <For each={legend}>
          {([mark, words]) => (<div>
              <dt class={mark}/>
              <dd>{t(words)}</dd>
            </div>)}
        </For>
      </dl>
    </div>);
}
