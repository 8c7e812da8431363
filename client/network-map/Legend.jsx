/** How to read the lines. Always in sight on a wide screen, folded on a narrow one. */
import { For } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { TieSwatch } from './TieLine.tsx';
const strengths = ['strong', 'tenuous', 'stressful', 'broken'];
export function Legend() {
    const { t } = useMessages();
    return (<ul class="net-legend" aria-label={t('map.legend')}>
      <For each={strengths}>
        {(strength) => (<li>
            <TieSwatch strength={strength}/>
            {t(`map.legend.${strength}`)}
          </li>)}
      </For>
      <li>
        <TieSwatch strength="strong" energy="to"/>
        {t('map.legend.energy')}
      </li>
      <li>
        <span class="net-hole-mark"/>
        {t('map.legend.missing')}
      </li>
    </ul>);
}
