/** When, in which language and how somebody answered, with their own words. */
import { Show } from 'solid-js';
import { directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { isolate } from '../isolate.ts';
export function SignatureWords(props) {
    const { t, formats } = useMessages();
    const facts = () => {
        const { answer, on, language, dissent, deviceOf, mediator } = props.signature;
        return [
            t(answer === 'signed' ? 'pacts.signed' : 'pacts.refused', {
                date: formats().date(on, 'long'),
                language: t(`functions.language.${language}`),
            }),
            dissent ? t('pacts.withDissent') : '',
            deviceOf ? t('pacts.onDevice', { name: isolate(deviceOf) }) : '',
            mediator ? t('pacts.withMediator', { name: isolate(mediator) }) : '',
        ].filter(Boolean);
    };
    return (<>
      <small>{facts().join(' · ')}</small>
      <Show when={props.signature.words}>
        {(words) => (<p class="quote" lang={props.signature.language} dir={directionOf(props.signature.language)}>
            {words()}
          </p>)}
      </Show>
    </>);
}
