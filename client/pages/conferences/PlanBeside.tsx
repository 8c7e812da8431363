/** The care plan beside the minutes: the same live document, written by whoever may, without its annotations. */
import { type JSX, Show } from 'solid-js';
import { useMe } from '../../api/session.tsx';
import { PlanEditor } from '../../editor/PlanEditor.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { TextDialogs } from '../households/TextDialogs.tsx';
import { createTextActs } from '../households/text-acts.ts';

export default function PlanBeside(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const acts = createTextActs(room, { document: 'care-plan' });
  return (
    <Show when={room.plan()} keyed fallback={<p class="muted">{t('room.notOpen')}</p>}>
      {(shared) => (
        <div class="beside-plan">
          <PlanEditor
            shared={shared}
            me={{ id: me().id, name: me().name }}
            label={`${t('households.tab.plan')}: ${room.household().name}`}
            {...acts.records}
            rights={room.records.rights.value()?.rights ?? []}
          />
          <TextDialogs acts={acts} />
        </div>
      )}
    </Show>
  );
}
