/** Under frozen minutes: what was added, in order, each signed; and adding. */
import './closing.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { AddendumId, newId } from '../../../../shared/ids.ts';
import { ContentLanguage, directionOf } from '../../../../shared/languages.ts';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { type Addendum, minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { ActionDialog } from '../../../api/ActionDialog.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { isolate } from '../../isolate.ts';
import { closingTouches, createClosing, paramsOf } from './closing-read.ts';

export default function Addenda(props: { conference: Conference }): JSX.Element {
  const { t } = useMessages();
  const read = createClosing(() => props.conference);
  const [adding, setAdding] = createSignal(false);
  return (
    <Show when={read.value()}>
      {(closing) => (
        <section class="cl-add" aria-label={t('closing.addenda')}>
          <Show when={closing().addenda.length > 0}>
            <h2>{t('closing.addenda')}</h2>
          </Show>
          <ol>
            <For each={closing().addenda}>
              {(addendum) => <OneAddendum conference={props.conference} addendum={addendum} />}
            </For>
          </ol>
          <Show when={closing().can.add}>
            <Button small onClick={() => setAdding(true)}>
              {t('closing.add')}
            </Button>
          </Show>
          <Show when={adding()}>
            <AddDialog conference={props.conference} onClose={() => setAdding(false)} />
          </Show>
        </section>
      )}
    </Show>
  );
}

function OneAddendum(props: { conference: Conference; addendum: Addendum }): JSX.Element {
  const { t, formats } = useMessages();
  const sign = createAction(
    () =>
      call(minutesEndpoints.signAddendum, {
        params: { ...paramsOf(props.conference), addendumId: props.addendum.id },
        body: { hash: props.addendum.hash },
      }),
    { touches: () => closingTouches(props.conference), toast: true },
  );
  const signers = () => props.addendum.signatures.map(({ name }) => isolate(name));
  return (
    <li>
      <small>
        {t('closing.addendumBy', {
          number: props.addendum.number,
          name: isolate(props.addendum.name),
          date: formats().dateTime(props.addendum.at),
        })}
        <Show when={props.addendum.body}>
          {(body) => (
            <>
              {' '}
              · <bdi>{body()}</bdi>
            </>
          )}
        </Show>
      </small>
      <p class="cl-words" lang={props.addendum.language} dir={directionOf(props.addendum.language)}>
        {props.addendum.text}
      </p>
      <Show when={signers().length > 0}>
        <small>{t('closing.alsoSigned', { names: formats().list(signers()) })}</small>
      </Show>
      <Show when={props.addendum.canSign}>
        <Button small kind="quiet" busy={sign.busy()} onClick={() => void sign.run()}>
          {t('closing.signToo')}
        </Button>
      </Show>
    </li>
  );
}

function AddDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t, language: screen } = useMessages();
  const [language, setLanguage] = createSignal<ContentLanguage>(screen());
  const [text, setText] = createSignal('');
  const id = newId(AddendumId);
  const add = createAction(
    () =>
      call(minutesEndpoints.add, {
        params: paramsOf(props.conference),
        body: { id, language: language(), text: text().trim() },
      }),
    { touches: () => closingTouches(props.conference), onDone: () => props.onClose() },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('closing.addTitle')}
      description={t('closing.addExplain')}
      act={t('closing.addAct')}
      action={add}
      onSubmit={() => void add.run()}
    >
      <Field label={t('closing.addText')} error={fieldWords(t, add.problemAt('text'))} required>
        <TextArea
          rows={5}
          value={text()}
          onValue={setText}
          lang={language()}
          dir={directionOf(language())}
          maxlength={8000}
          autofocus
        />
      </Field>
      <Field label={t('closing.language')}>
        <Select
          value={language()}
          options={ContentLanguage.options.map((value) => ({
            value,
            label: t(`functions.language.${value}`),
          }))}
          onValue={setLanguage}
        />
      </Field>
    </ActionDialog>
  );
}
