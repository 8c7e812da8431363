/** The network's own agendas: kept by coordination and administration, found by whoever plans a conference (X23). */
import '../pages.css';
import './agenda.css';
import { createEffect, createSignal, For, type JSX, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import {
  type ConferenceTemplate,
  conferenceTemplateEndpoints,
  templateKeepers,
} from '../../../shared/records/conference-templates.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState, Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { AdminHead } from '../admin/AdminHead.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';

export default function TemplatesPage(): JSX.Element {
  const me = useMe();
  return (
    <Page>
      <Show when={templateKeepers.some((keeper) => keeper === me().function)} fallback={<Refused />}>
        <Templates />
      </Show>
    </Page>
  );
}

function Templates(): JSX.Element {
  const { t, fetchWords } = useMessages();
  const [writing, setWriting] = createSignal<ConferenceTemplate | 'new'>();
  // A new one begins with words of ours.
  const [worded, setWorded] = createSignal(false);
  createEffect(() => void fetchWords('before').then(setWorded));
  const read = createRead(conferenceTemplateEndpoints.list, () => ({
    key: keys.conferenceTemplates,
    input: {},
  }));
  const button = () => (
    <Button
      kind="primary"
      icon={<IconPlus class="i i-s" aria-hidden="true" />}
      onClick={() => setWriting('new')}
    >
      {t('before.templateNew')}
    </Button>
  );
  return (
    <>
      <AdminHead />
      <section class="narrow sect">
        <h2>{t('before.templates')}</h2>
        <p class="muted">{t('before.templatesExplain')}</p>
        <Answered read={read} lines={4}>
          {(answer) => (
            <Show
              when={answer().templates.length > 0}
              fallback={
                <EmptyState size="part" title={t('before.templatesNone')} actions={button()}>
                  {t('before.templatesNext')}
                </EmptyState>
              }
            >
              <div class="filters">{button()}</div>
              <ul>
                <For each={answer().templates}>
                  {(template) => (
                    <TemplateRow template={template} onChange={() => setWriting({ ...template })} />
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Answered>
      </section>
      <Show when={worded() && writing()} keyed>
        {(what) => (
          <TemplateDialog
            template={what === 'new' ? undefined : what}
            onClose={() => setWriting(undefined)}
          />
        )}
      </Show>
    </>
  );
}

function TemplateRow(props: { template: ConferenceTemplate; onChange: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const withdraw = createAction(
    () =>
      call(conferenceTemplateEndpoints.withdraw, {
        params: { templateId: props.template.id },
        body: { version: props.template.version },
      }),
    {
      touches: () => [keys.conferenceTemplates],
      toast: true,
      onDone: () => showToast({ text: t('before.templateWithdrawn') }),
    },
  );
  return (
    <li class="item">
      <div>
        <p class="item-t" dir="auto">
          {props.template.name}
        </p>
        <p class="item-m">
          <Tag>{t(`before.kind.${props.template.kind}`)}</Tag>
          <span>
            {t('before.templatePoints', {
              count: props.template.points.length,
              minutes: props.template.minutesLong,
            })}
          </span>
          <span>
            {t('before.templateBy', {
              name: props.template.changedBy.name,
              date: formats().date(props.template.changedAt),
            })}
          </span>
        </p>
      </div>
      <div class="item-a">
        <Button
          small
          aria-label={t('before.templateChange', { name: props.template.name })}
          onClick={() => props.onChange()}
        >
          {t('conferences.change')}
        </Button>
        <Button
          small
          kind="quiet"
          busy={withdraw.busy()}
          aria-label={t('before.templateWithdraw', { name: props.template.name })}
          onClick={() => void withdraw.run()}
        >
          {t('before.templateWithdrawAct')}
        </Button>
      </div>
    </li>
  );
}
