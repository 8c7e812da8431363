/** The roster by language: who is there, and how much she has. */
import { createSignal, For, Show } from 'solid-js';
import { ContentLanguage } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/inputs.tsx';
import { personMark } from '../directory/person-words.ts';
export function Roster(props) {
    const { t, formats } = useMessages();
    const [language, setLanguage] = createSignal('all');
    const spoken = () => ContentLanguage.options.filter((code) => props.mediators.some(({ languages }) => languages.includes(code)));
    const shown = () => props.mediators.filter(({ languages }) => language() === 'all' || languages.some((code) => code === language()));
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('mediation.roster')}</h2>
        <Select class="med-f" aria-label={t('mediation.rosterFilter')} value={language()} options={[
            { value: 'all', label: t('mediation.anyLanguage') },
            ...spoken().map((code) => ({ value: code, label: t(`functions.language.${code}`) })),
        ]} onValue={setLanguage}/>
      </div>
      <ul>
        <For each={shown()}>
          {(entry) => (<li class="line">
              <span class="person">
                <Avatar person={personMark(t, entry.person)} decorative/>
                <span class="person-t">
                  <span dir="auto">{entry.person.name}</span>
                  <small>
                    {formats().list(entry.languages.map((code) => t(`functions.language.${code}`)))}
                  </small>
                  <small dir="auto">
                    {[
                entry.days,
                entry.districts.length > 0 &&
                    t('mediation.districts', { list: formats().list(entry.districts.map(String)) }),
                entry.note,
            ]
                .filter(Boolean)
                .join(' · ')}
                  </small>
                  <Show when={entry.paused && entry.pausedUntil}>
                    {(day) => (<small class="late">
                        {t('mediation.pausedUntil', { date: formats().date(day()) })}
                      </small>)}
                  </Show>
                </span>
              </span>
              <span class="end">
                {t('mediation.load', { n: entry.load })}
                <Button small kind="quiet" aria-label={`${t('mediation.availabilityOf')} ${entry.person.name}`} onClick={() => props.onChange(entry)}>
                  {t('mediation.availabilityOf')}
                </Button>
              </span>
            </li>)}
        </For>
      </ul>
    </section>);
}
