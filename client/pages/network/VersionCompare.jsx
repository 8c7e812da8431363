/** Two versions of a procedure, line by line: what was taken out and what was added, in signs and not in colour alone. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { compareLines } from '../../../shared/records/line-diff.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
export function VersionCompare(props) {
    const { t } = useMessages();
    const [before, setBefore] = createSignal(String(props.versions[1]?.number ?? 1));
    const [after, setAfter] = createSignal(String(props.versions[0]?.number ?? 1));
    const options = () => props.versions.map(({ number }) => ({
        value: String(number),
        label: t('territory.proc.version', { number }),
    }));
    const textOf = (number) => props.versions.find((version) => String(version.number) === number)?.text ?? '';
    const lines = createMemo(() => compareLines(textOf(before()), textOf(after())));
    return (<section class="compare" aria-label={t('territory.proc.compare')}>
      <div class="pair">
        <Field label={t('territory.proc.compareOld')}>
          <Select value={before()} options={options()} onValue={setBefore}/>
        </Field>
        <Field label={t('territory.proc.compareNew')}>
          <Select value={after()} options={options()} onValue={setAfter}/>
        </Field>
      </div>
      <Show when={lines().some(({ kind }) => kind !== 'same')} fallback={<p class="muted">{t('territory.proc.same')}</p>}>
        <ol class="diff">
          <For each={lines()}>
            {(line) => (<li data-k={line.kind}>
                <Show when={line.kind !== 'same'}>
                  <VisuallyHidden>
                    {line.kind === 'added' ? t('territory.proc.added') : t('territory.proc.removed')}:{' '}
                  </VisuallyHidden>
                </Show>
                <span dir="auto">{line.text}</span>
              </li>)}
          </For>
        </ol>
      </Show>
    </section>);
}
