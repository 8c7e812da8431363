/** How much of this household I want to hear: everything, what concerns me, nothing but what is due. */
import { type Component, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import IconConcerns from '~icons/lucide/bell';
import IconNothing from '~icons/lucide/bell-off';
import IconEverything from '~icons/lucide/bell-ring';
import { notificationEndpoints, WatchLevel } from '../../../shared/records/notifications.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

const icons: Readonly<Record<WatchLevel, Component<JSX.SvgSVGAttributes<SVGSVGElement>>>> = {
  everything: IconEverything,
  concerns: IconConcerns,
  nothing: IconNothing,
};

export function WatchMenu(): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = () => room.household().id;
  const read = createRead(notificationEndpoints.watch, () => ({
    key: householdKey(id(), 'watch'),
    input: { params: { householdId: id() } },
    enabled: room.household().can.seeCase,
  }));
  const level = () => read.value()?.level;
  const change = createAction(
    async (chosen: WatchLevel) => {
      const answer = await call(notificationEndpoints.changeWatch, {
        params: { householdId: id() },
        body: { level: chosen },
      });
      if (answer.ok) showToast({ text: t('told.watchSaved', { level: t(`told.watch.${chosen}`) }) });
      return answer;
    },
    { touches: () => [householdKey(id(), 'watch')], toast: true },
  );
  return (
    <Show when={level()}>
      {(now) => (
        <Menu
          label={`${t('told.watch')}: ${t(`told.watch.${now()}`)}`}
          trigger={<Dynamic component={icons[now()]} class="i" aria-hidden="true" />}
          entries={[
            { kind: 'heading', label: t('told.watch') },
            ...WatchLevel.options.map((option) => ({
              kind: 'choice' as const,
              label: t(`told.watch.${option}`),
              chosen: option === now(),
              onSelect: () => void change.run(option),
            })),
          ]}
        />
      )}
    </Show>
  );
}
