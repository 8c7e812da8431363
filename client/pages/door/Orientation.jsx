/** First orientation: who can help with this, near here, in this language (C2). */
import { createSignal, For, Show } from 'solid-js';
import { ContentLanguage } from '../../../shared/languages.ts';
import { deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import { needs } from '../../../shared/records/orientation.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
const districts = ['1', '2', '3', '4', '5', '6', '7', '8'];
export function Orientation() {
    const { t, formats } = useMessages();
    const [need, setNeed] = createSignal('any');
    const [district, setDistrict] = createSignal('any');
    const [language, setLanguage] = createSignal('any');
    const [words, setWords] = createSignal('');
    const given = (value) => (value === 'any' ? undefined : value);
    const query = () => ({
        need: given(need()),
        district: given(district()),
        language: ContentLanguage.safeParse(language()).data,
        q: words().trim() || undefined,
    });
    const read = createRead(deskContactEndpoints.orientation, () => ({
        key: [...keys.bodies, 'orientation', query()],
        input: { query: query() },
        keepFormer: true,
    }));
    return (<section class="sect">
      <search class="filters door-filters">
        <Field label={t('desks.need')}>
          <Select value={need()} options={[
            { value: 'any', label: t('desks.anyNeed') },
            ...needs.map((value) => ({ value: value, label: t(`desks.need.${value}`) })),
        ]} onValue={setNeed}/>
        </Field>
        <Field label={t('door.district')}>
          <Select value={district()} options={[
            { value: 'any', label: t('desks.anyDistrict') },
            ...districts.map((value) => ({ value: value, label: value })),
        ]} onValue={setDistrict}/>
        </Field>
        <Field label={t('door.language')}>
          <Select value={language()} options={[
            { value: 'any', label: t('desks.anyLanguage') },
            ...ContentLanguage.options.map((value) => ({
                value: value,
                label: t(`functions.language.${value}`),
            })),
        ]} onValue={setLanguage}/>
        </Field>
        <Field label={t('desks.words')}>
          <TextInput type="search" dir="auto" onValue={setWords}/>
        </Field>
      </search>
      <Answered read={read} lines={6}>
        {(answer) => (<>
            <p class="soft" role="status">
              {t('desks.found', { n: answer().bodies.length })}
            </p>
            <ul>
              <For each={answer().bodies}>
                {(body) => (<li class="line door-body">
                    <SectorMark sector={body.sector} named/>
                    <span class="person-t">
                      <b dir="auto">{body.name}</b>
                      <small dir="auto">{[body.area, body.hours].filter(Boolean).join(' · ')}</small>
                      <Show when={body.description}>
                        <small dir="auto">{body.description}</small>
                      </Show>
                    </span>
                    <span class="end">
                      <Show when={body.languages.length > 0}>
                        <span class="soft">
                          {formats().list(body.languages.map((code) => t(`functions.language.${code}`)))}
                        </span>
                      </Show>
                      <Show when={body.phone}>
                        {(phone) => (<a href={`tel:${phone()}`} dir="ltr">
                            {phone()}
                          </a>)}
                      </Show>
                    </span>
                  </li>)}
              </For>
            </ul>
          </>)}
      </Answered>
    </section>);
}
