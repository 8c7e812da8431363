/** The child’s world from three sides, now and at an earlier time: a drawing, and the same as a list. */
import { createSignal, For, Show } from 'solid-js';
import { beforeAndNow, TriangleSide, triangle, } from '../../../shared/records/assessments.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';
import { AssessmentDialog } from './AssessmentDialog.tsx';
import { Triangle } from './Triangle.tsx';
export function AssessmentPart(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [writing, setWriting] = createSignal(false);
    const [chosen, setChosen] = createSignal();
    const rated = () => props.assessments.flatMap((one) => one.content.kind === 'assessment' ? [{ ...one, content: one.content }] : []);
    const before = () => chosen() === 'nothing' ? undefined : (rated().find(({ id }) => id === chosen()) ?? rated()[1]);
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('charge.assessment')}</h2>
        <Show when={room.household().can.writeCharge}>
          <Button small onClick={() => setWriting(true)}>
            {t('charge.writeAssessment')}
          </Button>
        </Show>
      </div>
      <Show when={rated()[0]} fallback={<p class="muted">{t('charge.assessmentNone')}</p>}>
        {(now) => (<>
            <div class="world">
              <figure class="world-fig">
                <Triangle now={now().content} before={before()?.content ?? null}/>
                <figcaption>
                  <span class="world-key" data-when="now">
                    {t('charge.now')}, {formats().date(now().on, 'long')}
                  </span>
                  <Show when={before()}>
                    {(earlier) => (<span class="world-key" data-when="before">
                        {t('charge.before')}, {formats().date(earlier().on, 'long')}
                      </span>)}
                  </Show>
                </figcaption>
                <Show when={rated().length > 1}>
                  <Field label={t('charge.compareWith')}>
                    <Select value={before()?.id ?? 'nothing'} options={[
                ...rated()
                    .slice(1)
                    .map(({ id, on }) => ({ value: id, label: formats().date(on, 'long') })),
                { value: 'nothing', label: t('charge.nothing') },
            ]} onValue={setChosen}/>
                  </Field>
                </Show>
                <Show when={now().content.summary}>
                  <p class="world-sum" dir="auto">
                    {now().content.summary}
                  </p>
                </Show>
              </figure>
              <Sides now={now().content} before={before()?.content ?? null}/>
            </div>
            <p class="soft" dir="auto">
              {t('charge.recordedBy', { name: now().by.name })}
            </p>
          </>)}
      </Show>
      <Show when={writing()}>
        <AssessmentDialog latest={rated()[0]?.content ?? null} onClose={() => setWriting(false)}/>
      </Show>
    </section>);
}
function Sides(props) {
    const { t } = useMessages();
    const rows = () => beforeAndNow(props.before, props.now);
    const noteOf = (item) => props.now.items.find((one) => one.item === item)?.note;
    return (<div class="world-list">
      <For each={TriangleSide.options}>
        {(side) => (<div>
            <h3>{t(`charge.side.${side}`)}</h3>
            <ul>
              <For each={rows().filter(({ item }) => triangle[side].some((name) => name === item))}>
                {(row) => (<li class="world-row">
                    <span>{t(`charge.item.${row.item}`)}</span>
                    <Scale row={row}/>
                    <Show when={noteOf(row.item)}>
                      <small class="soft" dir="auto">
                        {noteOf(row.item)}
                      </small>
                    </Show>
                  </li>)}
              </For>
            </ul>
          </div>)}
      </For>
    </div>);
}
/** Five places in a row: the one of now is filled, the one of then is a ring. */
function Scale(props) {
    const { t } = useMessages();
    const words = () => (props.row.now === null ? t('charge.notRated') : t('charge.rated', { value: props.row.now })) +
        (props.row.before === null ? '' : t('charge.ratedBefore', { value: props.row.before }));
    return (<span class="scale" role="img" aria-label={words()}>
      <For each={[1, 2, 3, 4, 5]}>
        {(place) => (<i data-now={props.row.now === place ? '' : undefined} data-before={props.row.before === place ? '' : undefined}/>)}
      </For>
    </span>);
}
