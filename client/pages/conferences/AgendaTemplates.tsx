/** Agendas to begin from: that of the kind, once one's own was changed, and those the network keeps. */
import { For, type JSX, Show } from 'solid-js';
import { conferenceTemplateEndpoints } from '../../../shared/records/conference-templates.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ConferenceForm } from './conference-form.ts';

export function AgendaTemplates(props: { form: ConferenceForm }): JSX.Element {
  const { t } = useMessages();
  const read = createRead(conferenceTemplateEndpoints.list, () => ({
    key: keys.conferenceTemplates,
    input: {},
  }));
  const own = () => (read.value()?.templates ?? []).filter(({ kind }) => kind === props.form.kind());
  return (
    <Show when={props.form.agenda.touched() || own().length > 0}>
      <div class="item-a">
        <Show when={props.form.agenda.touched()}>
          <Button small onClick={props.form.useKind}>
            {t('before.useAgenda', { name: t(`before.kind.${props.form.kind()}`) })}
          </Button>
        </Show>
        <For each={own()}>
          {(template) => (
            <Button small onClick={() => props.form.useOwn(template)}>
              {t('before.useAgenda', { name: template.name })}
            </Button>
          )}
        </For>
      </div>
    </Show>
  );
}
