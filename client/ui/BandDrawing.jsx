/** Draws a band of any span: axis, ticks, windows, marks, today. Band and YearsBand say what the span means. */
import './Band.css';
import { createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { BandMarks } from './BandMarks.tsx';
import { isWithin, labelExtent, labelsThatFit, lanesOf, percentOf, textWidthPx, } from './band-scale.ts';
/** Under this width the days after the months are dropped from today's label. */
const narrowPx = 512;
/** Rank of today's label: before every other. */
const todayRank = 0;
export function BandDrawing(props) {
    const { t } = useMessages();
    const at = (day) => percentOf(props.span, day);
    const lanes = () => lanesOf(props.windows);
    const manyLanes = () => lanes().some((lane) => lane > 0);
    const todayShown = () => isWithin(props.span, props.today);
    const [widthPx, setWidthPx] = createSignal(0);
    let drawing;
    onMount(() => {
        if (!drawing || props.compact)
            return;
        const observer = new ResizeObserver(([entry]) => setWidthPx(Math.round(entry?.contentRect.width ?? 0)));
        observer.observe(drawing);
        onCleanup(() => observer.disconnect());
    });
    const isNamed = (window) => !manyLanes() && textWidthPx(window.label) + 8 < ((at(window.to) - at(window.from)) / 100) * widthPx();
    const summary = () => `${props.label}: ${props.todayText.text}${props.todayText.more}`;
    return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has a role, img or group
    <div class={`band ${props.compact ? 'band-row' : ''}`} role={props.compact ? 'img' : 'group'} aria-label={summary()} data-lanes={manyLanes() ? 'many' : undefined} style={{
            '--today': at(props.today),
            '--birth': at(props.birth.at),
            '--weeks': props.weeks,
            '--steps': props.steps,
        }}>
      <div class="band-in" ref={drawing}>
        <Show when={!props.compact}>
          <For each={props.windows}>
            {(window, index) => (<span class="band-win" data-future={window.future ? '' : undefined} data-thin={isNamed(window) ? undefined : ''} title={window.label} aria-hidden="true" style={{
                '--from': at(window.from),
                '--to': at(window.to),
                '--lane': Math.min(1, lanes()[index()] ?? 0),
            }}>
                {isNamed(window) ? window.label : ''}
              </span>)}
          </For>
        </Show>
        <span class="band-axis"/>
        <span class="band-past"/>
        <Show when={!props.compact}>
          <span class="band-weeks"/>
          <span class="band-months"/>
        </Show>
        <span class="band-birth" data-due={props.birth.known ? undefined : ''}/>
        <BandMarks marks={props.marks} span={props.span} compact={props.compact} widthPx={widthPx()} birth={props.birth.at} today={props.today} onOpen={props.onOpen}/>
        <Show when={todayShown()}>
          <span class="band-today"/>
        </Show>
        <Show when={!props.compact}>
          <BandLabels {...props} todayShown={todayShown()} widthPx={widthPx()}/>
          <WindowList windows={props.windows} title={t('ui.band.windows')}/>
        </Show>
      </div>
    </div>);
}
/** What the soft bars say, for those who don't see them. */
function WindowList(props) {
    const { formats } = useMessages();
    return (<Show when={props.windows.length > 0}>
      <ul class="sr" aria-label={props.title}>
        <For each={props.windows}>
          {(window) => (<li>
              {window.label}, {formats().date(window.from)} – {formats().date(window.to)}
            </li>)}
        </For>
      </ul>
    </Show>);
}
/** Words of a tick in the reader's language. */
function createTickText() {
    const { t, formats } = useMessages();
    return (tick) => {
        switch (tick.text.kind) {
            case 'conception':
                return t('ui.band.conception');
            case 'week':
                return t('ui.band.week', { week: tick.text.week });
            case 'birth':
                return t(tick.text.known ? 'ui.band.birth' : 'ui.band.due', { date: formats().date(tick.at) });
            case 'months':
                return t('ui.band.months', { months: tick.text.months });
            case 'years':
                return t('ui.band.years', { years: tick.text.years });
        }
    };
}
function BandLabels(props) {
    const tickText = createTickText();
    const todayWords = () => props.todayText.text + (props.widthPx < narrowPx ? '' : props.todayText.more);
    const labels = () => {
        const ticks = props.ticks.map((tick) => ({
            at: percentOf(props.span, tick.at),
            text: tickText(tick),
            rank: tick.rank,
            strong: tick.text.kind === 'birth' || (tick.text.kind === 'years' && tick.rank === 2),
            today: false,
        }));
        const today = {
            at: percentOf(props.span, props.today),
            text: todayWords(),
            rank: todayRank,
            strong: false,
            today: true,
        };
        return labelsThatFit(props.todayShown ? [...ticks, today] : ticks, props.widthPx);
    };
    return (<Show when={props.widthPx > 0}>
      <For each={labels()}>
        {(label) => {
            const extent = () => labelExtent(label, props.widthPx);
            return (<span class="band-l" aria-hidden="true" data-strong={label.strong ? '' : undefined} data-today={label.today ? '' : undefined} data-end={extent().end >= props.widthPx ? 'true' : undefined} data-centre={extent().start > 0 && extent().end < props.widthPx ? '' : undefined} style={{ '--at': label.at, '--start': extent().start }}>
              {label.text}
            </span>);
        }}
      </For>
    </Show>);
}
