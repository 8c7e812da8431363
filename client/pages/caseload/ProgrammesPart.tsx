/** The programmes: who pays, from when to when, for whom, how much was spent. The coordination writes them. */
import '../charge/charge.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Programme, programmeEndpoints, spentCents } from '../../../shared/records/programmes.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';

export function ProgrammesPart(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const [writing, setWriting] = createSignal<'new' | Programme>();
  const read = createRead(programmeEndpoints.list, () => ({ key: keys.programmes, input: {} }));
  const mayWrite = () => me().function === 'coordinator' || me().function === 'admin';
  const changed = () => {
    const what = writing();
    return typeof what === 'object' ? what : null;
  };
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('charge.enrolments')}</h2>
        <Show when={mayWrite()}>
          <Button small onClick={() => setWriting('new')}>
            {t('charge.addProgramme')}
          </Button>
        </Show>
      </div>
      <p class="muted">{t('charge.programmesExplain')}</p>
      <Answered read={read} lines={3}>
        {(answer) => (
          <Show
            when={answer().programmes.length > 0}
            fallback={<p class="muted">{t('charge.programmesNone')}</p>}
          >
            <ul>
              <For each={answer().programmes}>
                {(programme) => (
                  <ProgrammeRow
                    programme={programme}
                    onChange={mayWrite() ? () => setWriting(programme) : undefined}
                  />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Answered>
      <Show when={writing()}>
        <ProgrammeDialog programme={changed()} onClose={() => setWriting(undefined)} />
      </Show>
    </section>
  );
}

function ProgrammeRow(props: { programme: Programme; onChange: (() => void) | undefined }): JSX.Element {
  const { t, formats } = useMessages();
  const euro = (cents: number) => formats().cents(cents);
  return (
    <li class="item enrolment">
      <div>
        <div class="item-t" dir="auto">
          {props.programme.name}
        </div>
        <div class="item-m">
          <span dir="auto">{props.programme.funder}</span>
          <span>
            {t('charge.period', {
              from: formats().date(props.programme.startsOn, 'numeric'),
              to: formats().date(props.programme.endsOn, 'numeric'),
            })}
          </span>
          <span>
            {t('charge.spent', {
              spent: euro(spentCents(props.programme)),
              budget: euro(props.programme.budgetCents),
            })}
          </span>
          <Show when={props.programme.grantCapCents > 0}>
            <span>{t('charge.capOf', { euro: euro(props.programme.grantCapCents) })}</span>
          </Show>
        </div>
        <p class="why">
          {t(`charge.ageFrom.${props.programme.ageFrom}`)} – {t(`charge.ageTo.${props.programme.ageTo}`)} ·{' '}
          {formats().list(props.programme.objectives.map((objective) => t(`charge.objective.${objective}`)))}
        </p>
      </div>
      <Show when={props.onChange}>
        {(change) => (
          <Button
            small
            kind="quiet"
            aria-label={t('charge.changeProgrammeOf', { programme: props.programme.name })}
            onClick={() => change()()}
          >
            {t('charge.changeProgramme')}
          </Button>
        )}
      </Show>
    </li>
  );
}
