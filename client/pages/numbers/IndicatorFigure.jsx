/** One indicator: its number, what it means, what it was counted from, a bar, and the table that says the same. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { cellWords, partOf, told, valueWords } from './indicator-words.ts';
export function IndicatorFigure(props) {
    const { t, formats } = useMessages();
    const code = () => props.indicator.code;
    return (<article class="num" aria-labelledby={`num-${code()}`}>
      <div class="num-w">
        <h3 id={`num-${code()}`}>{t(`numbers.name.${code()}`)}</h3>
        <p class="muted s">{t(`numbers.means.${code()}`)}</p>
      </div>
      <p class="num-v" data-hidden={props.indicator.value === null ? '' : undefined}>
        {valueWords(props.indicator, t, formats())}
      </p>
      <div class="num-p">
        <Show when={props.indicator.form === 'share' && props.indicator.numerator !== null}>
          <Whole indicator={props.indicator}/>
        </Show>
        <p class="s">{countedFrom(props.indicator, t, formats())}</p>
        <Show when={props.indicator.cells.length > 0}>
          <Cells indicator={props.indicator}/>
        </Show>
      </div>
    </article>);
}
function countedFrom({ code, form, numerator, denominator, unknowns }, t, formats) {
    if (code === 'women_received') {
        return unknowns === null ? t('numbers.hiddenWhy') : t('numbers.contacts', { count: unknowns });
    }
    if (numerator === null || denominator === null)
        return t('numbers.hiddenWhy');
    const parts = t(form === 'mean' ? 'numbers.meanOf' : 'numbers.of', {
        n: formats.number(numerator),
        d: formats.number(denominator),
    });
    const counted = code === 'initiatives_held' || code === 'community_spaces' || code === 'women_in_care';
    return counted ? parts : `${parts} · ${t('numbers.unknown', { count: unknowns ?? 0 })}`;
}
/** Yes, no and unknown of the whole, as one bar. The words beside it say the same. */
function Whole(props) {
    const width = (count) => ((count ?? 0) / Math.max(1, props.indicator.denominator ?? 0)) * 100;
    return (<svg class="num-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="no" x="0" y="0" width="100" height="8"/>
      <rect class="yes" x="0" y="0" width={width(props.indicator.numerator)} height="8"/>
      <rect class="unknown" x={100 - width(props.indicator.unknowns)} y="0" width={width(props.indicator.unknowns)} height="8"/>
    </svg>);
}
function Cells(props) {
    const { t, formats } = useMessages();
    const mean = () => props.indicator.form === 'mean';
    const shown = (part, denominator) => {
        if (part === null)
            return denominator === 0 ? '–' : t('numbers.hidden');
        return mean() ? formats().number(Math.round(part * 100) / 100) : formats().share(part);
    };
    const largest = () => mean() ? Math.max(1, ...props.indicator.cells.map((cell) => partOf(props.indicator, cell) ?? 0)) : 1;
    return (<details class="num-more" open={props.indicator.by === 'sector'}>
      <summary>{t(props.indicator.by === 'sector' ? 'numbers.bySector' : 'numbers.byDistrict')}</summary>
      <table class="t num-t">
        <thead>
          <tr>
            <th scope="col">
              {t(props.indicator.by === 'sector' ? 'numbers.sector' : 'numbers.districtName')}
            </th>
            <th scope="col" class="bd">
              <span class="sr">{t('numbers.chart')}</span>
            </th>
            <th scope="col" class="r">
              {t('numbers.column.value')}
            </th>
            <th scope="col" class="r">
              {t('numbers.column.numerator')}
            </th>
            <th scope="col" class="r">
              {t('numbers.column.denominator')}
            </th>
            <th scope="col" class="r">
              {t('numbers.column.unknowns')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.indicator.cells}>
            {(cell) => (<tr>
                <th scope="row">{cellWords(props.indicator, cell, t)}</th>
                <td class="bd">
                  <svg class="num-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class={partOf(props.indicator, cell) === null ? 'unknown' : 'no'} width="100" height="8"/>
                    <rect class="yes" width={((partOf(props.indicator, cell) ?? 0) / largest()) * 100} height="8"/>
                  </svg>
                </td>
                <td class="r">{shown(partOf(props.indicator, cell), cell.denominator)}</td>
                <td class="r">{told(cell.numerator, t, formats())}</td>
                <td class="r">{told(cell.denominator, t, formats())}</td>
                <td class="r">{told(cell.unknowns, t, formats())}</td>
              </tr>)}
          </For>
        </tbody>
      </table>
    </details>);
}
