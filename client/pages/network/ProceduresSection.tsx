/** Procedures, good practices or methods: what holds today, every version, and two of them compared (D10, C11). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  type Procedure,
  type ProcedureKind,
  type ProcedureVersion,
  procedureEndpoints,
  versionInForce,
} from '../../../shared/records/procedures.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { createToday } from '../today-day.ts';
import { ProcedureDialog } from './ProcedureDialog.tsx';
import { VersionCompare } from './VersionCompare.tsx';

export function ProceduresSection(props: { kinds: readonly ProcedureKind[] }): JSX.Element {
  const { t } = useMessages();
  const [writing, setWriting] = createSignal(false);
  const read = createRead(procedureEndpoints.list, () => ({ key: keys.procedures, input: {} }));
  return (
    <Answered read={read} lines={6}>
      {(answer) => {
        const listed = () => answer().procedures.filter(({ kind }) => props.kinds.includes(kind));
        return (
          <>
            <Show when={answer().can.write}>
              <div class="filters proc-new">
                <Button onClick={() => setWriting(true)}>{t('territory.proc.write')}</Button>
              </div>
            </Show>
            <Show
              when={listed().length > 0}
              fallback={
                <EmptyState size="part" title={t('territory.proc.none')}>
                  {t('territory.proc.noneNext')}
                </EmptyState>
              }
            >
              <For each={listed()}>
                {(procedure) => <Entry procedure={procedure} writes={answer().can.write} />}
              </For>
            </Show>
            <Show when={writing()}>
              <ProcedureDialog kinds={props.kinds} onClose={() => setWriting(false)} />
            </Show>
          </>
        );
      }}
    </Answered>
  );
}

function Entry(props: { procedure: Procedure; writes: boolean }): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const [writing, setWriting] = createSignal(false);
  const inForce = () => versionInForce(props.procedure, today());
  const draft = () => props.procedure.versions.find(({ inForceFrom }) => inForceFrom === null);
  return (
    <article class="item proc">
      <h3 class="item-t" dir="auto">
        {props.procedure.title}
      </h3>
      <p class="item-m">
        <span>{t(`territory.proc.kind.${props.procedure.kind}`)}</span>
        <Show when={inForce()} fallback={<Tag>{t('territory.proc.onlyDrafts')}</Tag>}>
          {(version) => <VersionWords version={version()} />}
        </Show>
      </p>
      <Show when={inForce()}>
        {(version) => (
          <p class="proc-t" dir="auto">
            {version().text}
          </p>
        )}
      </Show>
      <div class="item-a">
        <Show when={props.writes}>
          <Button small kind="quiet" onClick={() => setWriting(true)}>
            {draft() ? t('territory.proc.edit') : t('territory.proc.new')}
          </Button>
        </Show>
      </div>
      <Show when={props.procedure.versions.length > 1 || draft()}>
        <details class="who">
          <summary>{t('territory.proc.versions')}</summary>
          <ul>
            <For each={props.procedure.versions}>
              {(version) => (
                <li class="line">
                  <span dir="auto">{version.change}</span>
                  <span class="end">
                    <VersionWords version={version} />
                  </span>
                </li>
              )}
            </For>
          </ul>
          <Show when={props.procedure.versions.length > 1}>
            <VersionCompare versions={props.procedure.versions} />
          </Show>
        </details>
      </Show>
      <Show when={writing()}>
        <ProcedureDialog
          kinds={[props.procedure.kind]}
          procedure={props.procedure}
          onClose={() => setWriting(false)}
        />
      </Show>
    </article>
  );
}

function VersionWords(props: { version: ProcedureVersion }): JSX.Element {
  const { t, formats } = useMessages();
  const today = createToday();
  const since = () => {
    const { inForceFrom } = props.version;
    if (inForceFrom === null) return t('territory.proc.draft');
    const day = formats().date(inForceFrom, 'long');
    return inForceFrom <= today() ? t('territory.proc.since', { day }) : t('territory.proc.from', { day });
  };
  return (
    <>
      <span>
        {t('territory.proc.versionBy', {
          number: props.version.number,
          author: props.version.author.name,
        })}
      </span>
      <span>{since()}</span>
    </>
  );
}
