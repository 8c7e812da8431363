/** Beside the minutes: the plan, the map, what came of last time. What was opened once stays as it was left. */
import { A } from '@solidjs/router';
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js';
import IconWide from '~icons/lucide/maximize-2';
import IconNarrow from '~icons/lucide/minimize-2';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Loading } from '../../ui/notes.tsx';
import { useRoom } from '../households/household-room.tsx';

const PlanBeside = lazy(() => import('./PlanBeside.tsx'));
const MapBeside = lazy(() => import('./MapBeside.tsx'));

const names = ['plan', 'map', 'last'] as const;
type Name = (typeof names)[number];

export function ContextTabs(props: {
  last: JSX.Element;
  wide: boolean;
  onWide: (wide: boolean) => void;
}): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const [shown, setShown] = createSignal<Name>('last');
  const [met, setMet] = createSignal<readonly Name[]>([]);
  const show = (name: Name) => {
    setMet((before) => (before.includes(name) ? before : [...before, name]));
    setShown(name);
  };
  return (
    <section class="beside" aria-label={t('room.context')}>
      <div class="beside-top">
        <fieldset class="tabs" aria-label={t('room.context')}>
          <For each={names}>
            {(name) => (
              <button type="button" aria-pressed={shown() === name} onClick={() => show(name)}>
                {t(`room.context.${name}`)}
              </button>
            )}
          </For>
        </fieldset>
        <IconButton
          class="beside-wide"
          label={props.wide ? t('room.narrower') : t('room.wider')}
          aria-pressed={props.wide}
          onClick={() => props.onWide(!props.wide)}
        >
          <Show when={props.wide} fallback={<IconWide class="i i-s" aria-hidden="true" />}>
            <IconNarrow class="i i-s" aria-hidden="true" />
          </Show>
        </IconButton>
      </div>
      <div class="beside-b" hidden={shown() !== 'last'}>
        {props.last}
      </div>
      <Show when={met().includes('plan')}>
        <div class="beside-b" hidden={shown() !== 'plan'}>
          <p class="beside-open">
            <A href={`${room.base}/plan`} target="_blank">
              {t('room.openPlan')}
            </A>
          </p>
          <Suspense fallback={<Loading lines={6} />}>
            <PlanBeside />
          </Suspense>
        </div>
      </Show>
      <Show when={met().includes('map')}>
        <div class="beside-b" hidden={shown() !== 'map'}>
          <p class="beside-open">
            <A href={`${room.base}/map`} target="_blank">
              {t('room.openMap')}
            </A>
          </p>
          <Suspense fallback={<Loading lines={6} />}>
            <MapBeside />
          </Suspense>
        </div>
      </Show>
    </section>
  );
}
