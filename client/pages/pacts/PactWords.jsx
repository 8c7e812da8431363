/** The copies in plain words, and what was said about the text. */
import { createSignal, For, Show } from 'solid-js';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { pactEndpoints } from '../../../shared/records/pacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { call } from '../../api/call.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea } from '../../ui/inputs.tsx';
import { isolate } from '../isolate.ts';
import { createPactAction } from './pact-acts.ts';
export function PactCopies(props) {
    const { t } = useMessages();
    const [writing, setWriting] = createSignal(false);
    return (<section class="sect">
      <div class="sect-h">
        <h3>{t('pacts.copies')}</h3>
        <Show when={props.pact.can.writeCopy}>
          <Button small onClick={() => setWriting(true)}>
            {t('pacts.copyWrite')}
          </Button>
        </Show>
      </div>
      <Show when={props.pact.copies.length > 0} fallback={<p class="muted">{t('pacts.copiesNone')}</p>}>
        <For each={props.pact.copies}>
          {(copy) => (<details>
              <summary>
                <span class="cap">{t(`functions.language.${copy.language}`)}</span>{' '}
                <span class="soft">{t('pacts.copyBy', { name: isolate(copy.by.name) })}</span>
              </summary>
              <p class="pa-words" lang={copy.language} dir={directionOf(copy.language)}>
                {copy.text}
              </p>
            </details>)}
        </For>
      </Show>
      <Show when={writing()}>
        <WordsDialog pact={props.pact} title={t('pacts.copies')} act={t('pacts.copyWrite')} rows={12} startWith={(language) => props.pact.copies.find((copy) => copy.language === language)?.text ?? ''} send={(language, text) => call(pactEndpoints.writeCopy, { params: paramsOf(props.pact), body: { language, text } })} onClose={() => setWriting(false)}/>
      </Show>
    </section>);
}
export function PactRemarks(props) {
    const { t, formats } = useMessages();
    const [saying, setSaying] = createSignal(false);
    return (<Show when={props.pact.remarks.length > 0 || props.pact.can.remark}>
      <section class="sect">
        <div class="sect-h">
          <h3>{t('pacts.remarks')}</h3>
          <Show when={props.pact.can.remark}>
            <Button small onClick={() => setSaying(true)}>
              {t('pacts.remarkWrite')}
            </Button>
          </Show>
        </div>
        <ul>
          <For each={props.pact.remarks}>
            {(remark) => (<li class="line">
                <span class="pa-grow">
                  <Show when={remark.quote}>
                    {(quote) => (<small class="quote" dir="auto">
                        {quote()}
                      </small>)}
                  </Show>
                  <span lang={remark.language} dir={directionOf(remark.language)} class="pa-words">
                    {remark.text}
                  </span>
                  <small>
                    <bdi>{remark.by.name}</bdi>, {formats().date(remark.at)}
                  </small>
                </span>
              </li>)}
          </For>
        </ul>
        <Show when={saying()}>
          <WordsDialog pact={props.pact} title={t('pacts.remarks')} act={t('pacts.remarkWrite')} rows={4} send={(language, text) => call(pactEndpoints.remark, {
            params: paramsOf(props.pact),
            body: { id: crypto.randomUUID(), language, quote: null, text },
        })} onClose={() => setSaying(false)}/>
        </Show>
      </section>
    </Show>);
}
const paramsOf = ({ householdId, id }) => ({ householdId, pactId: id });
function WordsDialog(props) {
    const { t } = useMessages();
    const [language, setLanguage] = createSignal(props.pact.language);
    const [text, setText] = createSignal(props.startWith?.(props.pact.language) ?? '');
    const write = createPactAction(() => props.pact.householdId, () => props.send(language(), text().trim()), { onDone: () => props.onClose() });
    return (<ActionDialog open onClose={props.onClose} title={props.title} act={props.act} action={write} onSubmit={() => void write.run()}>
      <Field label={t('pacts.language')}>
        <Select value={language()} options={ContentLanguage.options.map((value) => ({
            value,
            label: t(`functions.language.${value}`),
        }))} onValue={(chosen) => {
            setLanguage(chosen);
            if (props.startWith)
                setText(props.startWith(chosen));
        }}/>
      </Field>
      <Field label={props.title} error={fieldWords(t, write.problemAt('text'))} required>
        <TextArea rows={props.rows} value={text()} onValue={setText} lang={language()} dir={directionOf(language())}/>
      </Field>
    </ActionDialog>);
}
