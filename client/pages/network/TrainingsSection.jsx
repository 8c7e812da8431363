/** The register of trainings, and the methods the network shares (C11). */
import { createSignal, For, Show } from 'solid-js';
import { trainingEndpoints } from '../../../shared/records/trainings.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { createNow } from '../../ui/dates.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { ProceduresSection } from './ProceduresSection.tsx';
import { TrainingDialog } from './TrainingDialog.tsx';
export function TrainingsSection() {
    const { t } = useMessages();
    const now = createNow();
    const [adding, setAdding] = createSignal(false);
    const read = createRead(trainingEndpoints.list, () => ({ key: keys.trainings, input: {} }));
    return (<div class="cols2">
      <section class="sect">
        <header class="sect-h">
          <h2>{t('territory.training.list')}</h2>
          <Show when={read.value()?.can.write}>
            <Button small onClick={() => setAdding(true)}>
              {t('territory.training.add')}
            </Button>
          </Show>
        </header>
        <Answered read={read} lines={6}>
          {(answer) => (<Show when={answer().trainings.length > 0} fallback={<EmptyState size="part" title={t('territory.training.none')}>
                  {t('territory.training.noneNext')}
                </EmptyState>}>
              <For each={answer().trainings}>{(training) => <Entry training={training} now={now()}/>}</For>
            </Show>)}
        </Answered>
        <Show when={adding()}>
          <TrainingDialog onClose={() => setAdding(false)}/>
        </Show>
      </section>
      <section class="sect">
        <header class="sect-h">
          <h2>{t('territory.method.list')}</h2>
        </header>
        <ProceduresSection kinds={['method']}/>
      </section>
    </div>);
}
function Entry(props) {
    const { t, formats } = useMessages();
    const isAhead = () => props.training.startsAt > props.now.toISOString();
    const came = () => props.training.attended.length + props.training.others;
    return (<article class="item">
      <h3 class="item-t" dir="auto">
        {props.training.title}
      </h3>
      <p class="item-m">
        <time dateTime={props.training.startsAt}>{formats().date(props.training.startsAt, 'long')}</time>
        <span>{t('territory.training.hours', { count: props.training.hours })}</span>
        <span>{t('territory.training.with', { trainer: props.training.trainer })}</span>
        <Show when={props.training.place}>{(place) => <bdi>{place().name}</bdi>}</Show>
      </p>
      <Show when={!isAhead()} fallback={<p class="why">{t('territory.training.ahead')}</p>}>
        <Show when={came() > 0} fallback={<p class="why">{t('territory.training.came', { count: 0 })}</p>}>
          <details class="who">
            <summary>{t('territory.training.came', { count: came() })}</summary>
            <p>
              <bdi>{formats().list(props.training.attended.map(({ name }) => name))}</bdi>{' '}
              <Show when={props.training.others > 0}>
                {t('territory.training.others', { count: props.training.others })}
              </Show>
            </p>
          </details>
        </Show>
      </Show>
      <Show when={props.training.materials.length > 0}>
        <ul class="bullets">
          <For each={props.training.materials}>
            {({ title, link }) => (<li dir="auto">
                <Show when={link} fallback={title}>
                  {(href) => (<a href={href()} rel="noreferrer" target="_blank">
                      {title}
                    </a>)}
                </Show>
              </li>)}
          </For>
        </ul>
      </Show>
    </article>);
}
