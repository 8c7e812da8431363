/** The care plan: the page everybody writes on, the rights at its side, the annotations beside their words. */
import { useSearchParams } from '@solidjs/router';
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Right, rightsOfChildren, rightsOfHousehold } from '../../../shared/records/rights.ts';
import { useMe } from '../../api/session.tsx';
import { PlanEditor, type PlanHandle } from '../../editor/PlanEditor.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { createMedia } from '../../ui/media.ts';
import { createAskMediator } from '../translations/AskMediator.tsx';
import { PlanLanguages } from '../translations/PlanLanguages.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { createOpened, useRoom } from './household-room.tsx';
import { ReferralList } from './ReferralList.tsx';
import { RightsJump, RightsOutline } from './RightsOutline.tsx';
import { TextDialogs } from './TextDialogs.tsx';
import { createTextActs } from './text-acts.ts';

export default function PlanTab(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  /** A letter leads to an annotation by its key. */
  const [query] = useSearchParams<{ thread?: string }>();
  const annotations = createOpened(room.household, 'annotations');
  const acts = createTextActs(room, { document: 'care-plan' });
  const mediator = createAskMediator(room.plan, annotations);
  const [handle, setHandle] = createSignal<PlanHandle>();
  const [current, setCurrent] = createSignal<string>();
  const onPhone = createMedia('(max-width: 44rem)');
  const [notesPlace, setNotesPlace] = createSignal<HTMLElement>();
  const rights = () => room.records.rights.value()?.rights ?? [];
  const leftOut = () => (room.records.goals.value()?.goals ?? []).filter((goal) => !goal.inText);
  const ready = (text: PlanHandle) => {
    setHandle(text);
    room.setGoToPerson((personId) => text.goToPerson(personId));
  };
  onCleanup(() => room.setGoToPerson(undefined));
  const go = (right: Right) => handle()?.goToSection(right);
  createRightKeys(go);
  /** A mediator's first annotation is a translation into the family's own language. */
  const annotateAs = () => {
    const language =
      room.household().languages.find((spoken): spoken is ContentLanguage => spoken !== 'it') ?? 'it';
    return me().function === 'mediator' ? ({ kind: 'translation', language } as const) : undefined;
  };
  const putBack = (goalId: string) => {
    const goal = leftOut().find((one) => one.id === goalId);
    if (goal && room.household().can.writeGoals)
      handle()?.putBackGoal({ id: goal.id, title: goal.title, right: goal.right });
    else if (goal) acts.openGoal(goal.id);
  };
  return (
    <Show when={room.plan()} keyed>
      {(shared) => (
        <div class="plan-page">
          <RightsOutline
            rights={rights()}
            current={current()}
            onGo={go}
            leftOut={leftOut()}
            onGoal={putBack}
          />
          <div class="plan-sheet">
            <RightsJump rights={rights()} current={current()} onGo={go} />
            <div class="plan-bar">
              <PlanLanguages plan={shared} annotations={annotations()} />
              <div class="plan-acts">
                <div class="plan-notes" ref={setNotesPlace} />
                <DocumentBar
                  shared={shared}
                  title={joined(t, [t('households.tab.plan'), room.household().name])}
                  brief={onPhone()}
                />
              </div>
            </div>
            <PlanEditor
              shared={shared}
              annotations={annotations()}
              annotateAs={annotateAs()}
              me={{ id: me().id, name: me().name }}
              label={`${t('households.tab.plan')}: ${room.household().name}`}
              people={acts.records.people}
              members={acts.records.members}
              goals={acts.records.goals}
              chip={acts.records.chip}
              onOpenChip={acts.records.onOpenChip}
              onOpenGoal={acts.records.onOpenGoal}
              onNewGoal={acts.records.onNewGoal}
              onMakeTask={acts.records.onMakeTask}
              onMakeReferral={acts.records.onMakeReferral}
              onAskMediator={mediator.ask}
              onSectionInView={setCurrent}
              notesPlace={notesPlace()}
              rights={rights()}
              thread={query.thread}
              onReady={ready}
            />
            <ReferralList />
          </div>
          <TextDialogs acts={acts} />
          <mediator.Dialog />
        </div>
      )}
    </Show>
  );
}

/** How long `G` waits for its digit, in milliseconds. */
const pairMs = 1200;

/** `G` then 1–7 jumps to a right, while one isn't writing. */
function createRightKeys(go: (right: Right) => void): void {
  const order = [...rightsOfChildren, ...rightsOfHousehold];
  let until = 0;
  const listen = (event: KeyboardEvent) => {
    const target = event.target;
    const writing =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'));
    if (writing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.code === 'KeyG') {
      until = Date.now() + pairMs;
      return;
    }
    const right = Date.now() < until ? order[Number(event.key) - 1] : undefined;
    if (!right) return;
    until = 0;
    event.preventDefault();
    go(right);
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => document.removeEventListener('keydown', listen));
}
