/** Everything about the minutes after the conference: who read them, remarks, signatures, who was given what. */
import { For, type JSX, Show } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';
import type { Closing } from '../../../../shared/records/minutes.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { OpenThings } from './FreezeDialog.tsx';
import { Given } from './Given.tsx';
import { ReadTo } from './ReadTo.tsx';
import { Remarks } from './Remarks.tsx';
import { Signatures } from './Signatures.tsx';

export type PartProps = { conference: Conference; closing: Closing };

export function ClosingDrawer(props: PartProps & { open: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const isFrozen = () => props.conference.status === 'frozen';
  return (
    <Dialog open={props.open} onClose={props.onClose} shape="drawer" title={t('closing.title')}>
      <div class="cl-d">
        <Show when={!isFrozen()}>
          <Readers {...props} />
          <Show when={props.closing.open.length > 0}>
            <OpenThings conference={props.conference} closing={props.closing} />
          </Show>
        </Show>
        <Show when={isFrozen()}>
          <Signatures conference={props.conference} closing={props.closing} />
          <Tasks closing={props.closing} />
          <Given conference={props.conference} closing={props.closing} />
        </Show>
        <Remarks conference={props.conference} closing={props.closing} />
      </div>
    </Dialog>
  );
}

function Readers(props: PartProps): JSX.Element {
  const { t, formats } = useMessages();
  const title = (pointId: string | null) =>
    props.conference.agenda.find(({ id }) => id === pointId)?.title ?? t('closing.whole');
  return (
    <section>
      <h3>{t('closing.readers')}</h3>
      <ul class="cl-l">
        <For each={props.closing.readers}>
          {(reader) => (
            <li>
              <span class="cl-n">
                <b dir="auto">{reader.name}</b>
                <small>
                  {t(`closing.reader.${reader.state}`)}
                  <Show when={reader.at}>{(at) => <> · {formats().dateTime(at())}</>}</Show>
                  <Show when={reader.readBy}>
                    {(name) => <> · {t('closing.readBy', { name: name() })}</>}
                  </Show>
                </small>
              </span>
              <Show
                when={reader.state !== 'fine' && props.closing.can.readTo.find(({ id }) => id === reader.key)}
              >
                <ReadTo conference={props.conference} memberId={reader.key} name={reader.name} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.closing.changes}>
        {(changes) => (
          <>
            <h3>{t('closing.changes')}</h3>
            <ul class="cl-ch">
              <For each={changes()} fallback={<li class="soft">{t('closing.changesNone')}</li>}>
                {(change) => (
                  <li>
                    <small dir="auto">{title(change.pointId)}</small>
                    <Show when={change.before}>
                      {(before) => (
                        <del dir="auto">
                          <VisuallyHidden>{t('closing.was')} </VisuallyHidden>
                          {before()}
                        </del>
                      )}
                    </Show>
                    <Show when={change.after}>
                      {(after) => (
                        <ins dir="auto">
                          <VisuallyHidden>{t('closing.is')} </VisuallyHidden>
                          {after()}
                        </ins>
                      )}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
    </section>
  );
}

function Tasks(props: { closing: Closing }): JSX.Element {
  const { t, formats } = useMessages();
  return (
    <Show when={props.closing.tasks.length > 0}>
      <section>
        <h3>{t('closing.tasks')}</h3>
        <ul class="cl-l">
          <For each={props.closing.tasks}>
            {(task) => (
              <li>
                <span class="cl-n">
                  <b dir="auto">{task.title}</b>
                  <small>
                    <bdi>{task.owner.name}</bdi> · {t(`tasks.status.${task.status}`)}
                    <Show when={task.due}>{(due) => <> · {formats().date(due())}</>}</Show>
                  </small>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
