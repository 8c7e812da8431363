import { For } from 'solid-js';
import { ContentLanguage } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Checkbox } from '../../ui/inputs.tsx';
/** Which languages, any number of them. Put it in a `<Field group>`. */
export function LanguageChecks(props) {
    const { t } = useMessages();
    const toggle = (language, chosen) => props.onValue(chosen ? [...props.value, language] : props.value.filter((one) => one !== language));
    return (<div class="checks">
      <For each={ContentLanguage.options}>
        {(language) => (<Checkbox checked={props.value.includes(language)} label={<span class="cap">{t(`functions.language.${language}`)}</span>} onValue={(chosen) => toggle(language, chosen)}/>)}
      </For>
    </div>);
}
