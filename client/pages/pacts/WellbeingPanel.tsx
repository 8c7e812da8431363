/** How they are, then and now (C12). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  compareWellbeing,
  type Wellbeing,
  type WellbeingAspect,
  type WellbeingFacts,
  wellbeingAspects,
  wellbeingEndpoints,
} from '../../../shared/records/wellbeing.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { joined } from '../../messages/joined.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRoom } from '../households/household-room.tsx';
import { CorrectDialog, RecordDialog, WithdrawDialog } from './WellbeingDialogs.tsx';

/** So many stand side by side; of more the first and the last, until all are asked for. */
const atOnce = 3;

type Doing =
  | { readonly kind: 'record' }
  | { readonly kind: 'correct' | 'withdraw'; readonly entry: Wellbeing };

const wordsOf = ({ t, formats }: Messages, { moment, on }: WellbeingFacts): string =>
  joined(t, [t(`pacts.wb.${moment}`), formats().date(on, 'long')]);

export function WellbeingPanel(): JSX.Element {
  const messages = useMessages();
  const { t, formats } = messages;
  const room = useRoom();
  const { id: householdId } = room.household();
  const [doing, setDoing] = createSignal<Doing>();
  const [whole, setWhole] = createSignal(false);
  const read = createRead(wellbeingEndpoints.list, () => ({
    key: householdKey(householdId, 'wellbeing'),
    input: { params: { householdId } },
  }));
  const all = () => read.value()?.wellbeing ?? [];
  const writes = () => room.household().can.writeWellbeing;
  const shown = () => {
    const [first, last] = [all()[0], all().at(-1)];
    return all().length > atOnce && !whole() && first && last ? [first, last] : all();
  };
  const close = () => setDoing(undefined);
  return (
    <section class="sect narrow">
      <div class="sect-h">
        <h2>{t('pacts.wb.title')}</h2>
        <Show when={writes()}>
          <Button small onClick={() => setDoing({ kind: 'record' })}>
            {t('pacts.wb.record')}
          </Button>
        </Show>
      </div>
      <Answered read={read}>
        {(answer) => (
          <>
            <Show when={all().length > 0} fallback={<p class="muted">{t('pacts.wb.none')}</p>}>
              <table class="t wb">
                <thead>
                  <tr>
                    <th scope="col">{t('pacts.wb.moment')}</th>
                    <For each={wellbeingAspects}>
                      {(aspect) => <th scope="col">{t(`pacts.wb.${aspect}`)}</th>}
                    </For>
                    <Show when={writes()}>
                      <th scope="col">
                        <span class="sr">{t('pacts.wb.acts')}</span>
                      </th>
                    </Show>
                  </tr>
                </thead>
                <tbody>
                  <For each={shown()}>
                    {(each) => (
                      <tr>
                        <th scope="row">{wordsOf(messages, each)}</th>
                        <For each={wellbeingAspects}>
                          {(aspect) => (
                            <td>
                              {formats().number(each[aspect])}
                              <Change aspect={aspect} last={each === all().at(-1)} all={all()} />
                            </td>
                          )}
                        </For>
                        <Show when={writes()}>
                          <td class="wb-acts">
                            <For each={['correct', 'withdraw'] as const}>
                              {(kind) => (
                                <Button
                                  small
                                  kind="quiet"
                                  aria-label={t(`pacts.wb.${kind}One`, { entry: wordsOf(messages, each) })}
                                  onClick={() => setDoing({ kind, entry: each })}
                                >
                                  {t(`pacts.wb.${kind}`)}
                                </Button>
                              )}
                            </For>
                          </td>
                        </Show>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </Show>
            <Show when={shown().length < all().length}>
              <Button small kind="quiet" onClick={() => setWhole(true)}>
                {t('pacts.wb.all', { count: all().length })}
              </Button>
            </Show>
            <Past standing={all()} withdrawn={answer().withdrawn} />
          </>
        )}
      </Answered>
      <Show when={doing()} keyed>
        {(act) =>
          act.kind === 'record' ? (
            <RecordDialog first={all().length === 0} onClose={close} />
          ) : act.kind === 'correct' ? (
            <CorrectDialog entry={act.entry} onClose={close} />
          ) : (
            <WithdrawDialog entry={act.entry} words={wordsOf(messages, act.entry)} onClose={close} />
          )
        }
      </Show>
    </section>
  );
}

/** Beside the newest: how far it is from the beginning. */
function Change(props: { aspect: WellbeingAspect; last: boolean; all: readonly Wellbeing[] }): JSX.Element {
  const step = () => {
    const found = props.last
      ? compareWellbeing(props.all)?.find(({ aspect }) => aspect === props.aspect)
      : undefined;
    return found ? found.now - found.before : 0;
  };
  return (
    <Show when={step() !== 0}>
      {' '}
      <span class={step() > 0 ? 'up' : 'soft'}>
        <bdi>{step() > 0 ? `+${step()}` : `−${-step()}`}</bdi>
      </span>
    </Show>
  );
}

/** What entries said before they were corrected, and those that were withdrawn: who did it, when and why. */
function Past(props: { standing: readonly Wellbeing[]; withdrawn: readonly Wellbeing[] }): JSX.Element {
  const messages = useMessages();
  const { t, formats } = messages;
  const past = () =>
    [
      ...[...props.standing, ...props.withdrawn].flatMap(({ corrections }) =>
        corrections.map((one) => ({ ...one, kind: 'correctedBy' as const })),
      ),
      ...props.withdrawn.flatMap(({ withdrawn, ...was }) =>
        withdrawn === null ? [] : [{ ...withdrawn, was, kind: 'withdrawnBy' as const }],
      ),
    ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Show when={past().length > 0}>
      <details class="wb-past">
        <summary>{t('pacts.wb.past', { count: past().length })}</summary>
        <ul>
          <For each={past()}>
            {({ was, kind, reason, by, at }) => (
              <li>
                <p>
                  {wordsOf(messages, was)}:{' '}
                  {wellbeingAspects
                    .map((aspect) => `${t(`pacts.wb.${aspect}`)} ${formats().number(was[aspect])}`)
                    .join(' · ')}
                </p>
                <p class="soft">
                  {t(`pacts.wb.${kind}`, { name: by.name, when: formats().dateTime(at) })} <bdi>{reason}</bdi>
                </p>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}
