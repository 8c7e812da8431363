/** The map of the territory and the same as a list: whatever is done on one is done from the other. */
import { createMemo, createSignal, Show } from 'solid-js';
import { ContentLanguage } from '../../../shared/languages.ts';
import { Need } from '../../../shared/records/needs.ts';
import { partnerEndpoints } from '../../../shared/records/partners.ts';
import { spaceEndpoints } from '../../../shared/records/spaces.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, Select } from '../../ui/inputs.tsx';
import { CitySketch } from './CitySketch.tsx';
import { fits } from './map-filter.ts';
import { PlaceList } from './PlaceList.tsx';
import { SpaceDialog } from './SpaceDialog.tsx';
const everything = { need: null, language: null, casaId: null, onlySpaces: false };
export function MapSection() {
    const { t } = useMessages();
    const partners = createRead(partnerEndpoints.list, () => ({ key: keys.partners, input: {} }));
    const spaces = createRead(spaceEndpoints.list, () => ({ key: keys.spaces, input: {} }));
    const [filter, setFilter] = createSignal(everything);
    const [district, setDistrict] = createSignal(null);
    const [chosen, setChosen] = createSignal(null);
    const [adding, setAdding] = createSignal(false);
    const change = (part) => setFilter({ ...filter(), ...part });
    return (<Answered read={partners} lines={10}>
      {(answer) => {
            const known = () => ({ spaces: spaces.value()?.spaces ?? [], ties: answer().ties });
            const shown = createMemo(() => answer().partners.filter((partner) => fits(partner, filter(), known())));
            const houses = () => answer().partners.filter(({ body }) => body.kind === 'casa_del_quartiere');
            const writes = () => spaces.value()?.writesFor ?? [];
            return (<>
            <search class="filters terr-filters">
              <Select aria-label={t('territory.map.need')} value={filter().need ?? 'any'} options={[
                    { value: 'any', label: t('territory.map.anyNeed') },
                    ...Need.options.map((value) => ({ value, label: t(`territory.need.${value}`) })),
                ]} onValue={(value) => change({ need: Need.safeParse(value).data ?? null })}/>
              <Select aria-label={t('territory.map.language')} value={filter().language ?? 'any'} options={[
                    { value: 'any', label: t('territory.map.anyLanguage') },
                    ...ContentLanguage.options.map((value) => ({
                        value,
                        label: t(`functions.language.${value}`),
                    })),
                ]} onValue={(value) => change({ language: ContentLanguage.safeParse(value).data ?? null })}/>
              <Select aria-label={t('territory.map.network')} value={filter().casaId ?? 'any'} options={[
                    { value: 'any', label: t('territory.map.anyNetwork') },
                    ...houses().map(({ body }) => ({ value: body.id, label: body.name })),
                ]} onValue={(value) => change({ casaId: houses().find(({ body }) => body.id === value)?.body.id ?? null })}/>
              <Checkbox checked={filter().onlySpaces} label={t('territory.map.onlySpaces')} onValue={(onlySpaces) => change({ onlySpaces })}/>
              <Show when={writes() === 'all' || writes().length > 0}>
                <Button onClick={() => setAdding(true)}>{t('territory.space.add')}</Button>
              </Show>
            </search>
            <div class="terr">
              <CitySketch partners={shown()} ties={filter().casaId === null ? [] : answer().ties} casaId={filter().casaId} district={district()} chosen={chosen()} onDistrict={setDistrict} onChosen={setChosen}/>
              <PlaceList partners={shown()} all={answer().partners} known={known()} district={district()} chosen={chosen()} onDistrict={setDistrict} onChosen={setChosen} onNetwork={(casaId) => change({ casaId })}/>
            </div>
            <Show when={adding()}>
              <SpaceDialog bodies={answer()
                    .partners.map(({ body }) => body)
                    .filter(({ id }) => {
                    const may = writes();
                    return may === 'all' || may.includes(id);
                })} onClose={() => setAdding(false)}/>
            </Show>
          </>);
        }}
    </Answered>);
}
