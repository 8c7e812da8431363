/** What surrounds a decision's words: its name and number, and the gesture that makes it a task. */
import { For, Show } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import { MemberId, PersonId, TaskId } from '../../../shared/ids.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Chrome } from '../chrome.ts';
import type { Block } from './node-view.tsx';

/** The number is a CSS counter: it is right whoever inserts one above. */
export function DecisionName() {
  const { t } = useMessages();
  return (
    <span class="decision-k">
      <IconCheck class="i i-s" aria-hidden="true" />
      <span class="decision-n">{t('minutes.decision')}</span>
    </span>
  );
}

export function DecisionActs(props: {
  block: Block;
  chrome: Chrome;
  onTask: () => void;
  onReferral: () => void;
  onGoal: () => void;
}) {
  const { t } = useMessages();
  const open = () =>
    !TaskId.safeParse(props.block.node().attrs.taskId).success &&
    !props.block.node().attrs.settled &&
    props.block.node().content.size > 0;
  const onLetter = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'KeyC' && props.chrome.records.onMakeTask) props.onTask();
    if (event.code === 'KeyI' && props.chrome.records.onMakeReferral) props.onReferral();
    if (event.code === 'KeyG' && props.chrome.records.onMakeGoal) props.onGoal();
  };
  return (
    <Show when={open() && props.chrome.editable()}>
      <fieldset class="decision-acts" aria-label={t('minutes.decision')} onKeyDown={onLetter}>
        <Show when={props.chrome.records.onMakeTask}>
          <Button small kbd="C" onClick={props.onTask}>
            {t('minutes.makeTask')}
          </Button>
        </Show>
        <Show when={props.chrome.records.onMakeReferral}>
          <Button small kind="quiet" kbd="I" onClick={props.onReferral}>
            {t('minutes.makeReferral')}
          </Button>
        </Show>
        <Show when={props.chrome.records.onMakeGoal}>
          <Button small kind="quiet" kbd="G" onClick={props.onGoal}>
            {t('minutes.makeGoal')}
          </Button>
        </Show>
      </fieldset>
    </Show>
  );
}

/** Whose dissent it is. */
export function DissentBy(props: { block: Block; chrome: Chrome }) {
  const { t } = useMessages();
  const who = () => String(props.block.node().attrs.who ?? '');
  const choices = () => [...props.chrome.records.members, ...props.chrome.records.people];
  const name = () => choices().find(({ id }) => id === who())?.name;
  const choose = (value: string) => {
    const known = PersonId.safeParse(value).success || MemberId.safeParse(value).success;
    props.block.change({ who: known ? value : null });
  };
  return (
    <div class="dissent-k">
      <span>{t('minutes.dissent')}</span>
      <Show
        when={props.chrome.editable()}
        fallback={<span dir="auto">{name() ?? t('minutes.dissentOfNobody')}</span>}
      >
        <label>
          <span class="sr">{t('minutes.dissentOf')}</span>
          <select onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t('minutes.dissentOfNobody')}</option>
            <For each={choices()}>
              {(choice) => (
                <option value={choice.id} selected={choice.id === who()}>
                  {choice.name}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
    </div>
  );
}
