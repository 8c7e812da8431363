/** Practices done at the desks, on paper or online; nobody's identity document is asked for (C1). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { dayOf } from '../../../shared/dates.ts';
import { BodyId, newId, PracticeId } from '../../../shared/ids.ts';
import {
  type Practice,
  PracticeKind,
  PracticeMode,
  PracticeOutcome,
  practiceEndpoints,
} from '../../../shared/records/practices.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createPagedRead } from '../../api/read-pages.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/dates.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, Select, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { MoreButton } from '../MoreButton.tsx';
import { DeskSelect } from './DeskSelect.tsx';

export function Practices(): JSX.Element {
  const { t } = useMessages();
  const [writing, setWriting] = createSignal(false);
  const [finishing, setFinishing] = createSignal<Practice>();
  const read = createPagedRead(() => ({
    key: keys.practices,
    page: (after, signal) => call(practiceEndpoints.list, { query: { after, limit: 50 } }, signal),
  }));
  return (
    <section class="sect">
      <div class="filters">
        <Button kind="primary" onClick={() => setWriting(true)}>
          {t('desks.logPractice')}
        </Button>
      </div>
      <Answered read={read} lines={6}>
        {(answer) => (
          <Show
            when={answer().items.length > 0}
            fallback={<EmptyState size="part" title={t('desks.noPractices')} />}
          >
            <ul>
              <For each={answer().items}>
                {(practice) => (
                  <li class="line">
                    <span class="person-t">
                      <b class="cap">{t(`desks.practice.${practice.kind}`)}</b>
                      <small dir="auto">
                        {[practice.topic, practice.desk.name, t(`desks.mode.${practice.mode}`)]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    </span>
                    <Tag tone={practice.outcome === 'pending' ? 'waiting' : 'plain'}>
                      {t(`desks.result.${practice.outcome}`)}
                    </Tag>
                    <span class="end">
                      <DateText at={practice.on} />
                      <Show when={practice.outcome === 'pending'}>
                        <Button small onClick={() => setFinishing({ ...practice })}>
                          {t('desks.finish')}
                        </Button>
                      </Show>
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <MoreButton read={read} />
          </Show>
        )}
      </Answered>
      <Show when={writing()}>
        <PracticeDialog onClose={() => setWriting(false)} />
      </Show>
      <Show when={finishing()} keyed>
        {(practice) => <FinishDialog practice={practice} onClose={() => setFinishing(undefined)} />}
      </Show>
    </section>
  );
}

function PracticeDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const id = newId(PracticeId);
  const [desk, setDesk] = createSignal<string>(me().body?.id ?? '');
  const [kind, setKind] = createSignal<PracticeKind>('reading_letters');
  const [mode, setMode] = createSignal<Practice['mode']>('paper');
  const [topic, setTopic] = createSignal('');
  const [outcome, setOutcome] = createSignal<PracticeOutcome>('done');
  const log = createAction(
    () =>
      call(practiceEndpoints.log, {
        body: {
          ...{ id, deskId: BodyId.parse(desk()), contactId: null, kind: kind(), mode: mode() },
          ...{ topic: topic().trim(), on: dayOf(new Date()), outcome: outcome() },
        },
      }),
    {
      touches: () => [keys.practices],
      onDone: () => {
        showToast({ text: t('desks.practiceSaved') });
        props.onClose();
      },
    },
  );
  const [asked, setAsked] = createSignal(false);
  const submit = () => {
    setAsked(true);
    if (desk() !== '') void log.run();
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('desks.practiceTitle')}
      description={t('desks.practiceNote')}
      act={t('ui.save')}
      action={log}
      onSubmit={submit}
    >
      <DeskSelect
        value={desk()}
        onValue={setDesk}
        error={asked() && desk() === '' ? t('fields.missing') : fieldWords(t, log.problemAt('deskId'))}
      />
      <div class="pair">
        <Field label={t('desks.practiceKind')}>
          <Select
            value={kind()}
            options={PracticeKind.options.map((value) => ({ value, label: t(`desks.practice.${value}`) }))}
            onValue={setKind}
          />
        </Field>
        <Field label={t('desks.result')}>
          <Select
            value={outcome()}
            options={PracticeOutcome.options.map((value) => ({ value, label: t(`desks.result.${value}`) }))}
            onValue={setOutcome}
          />
        </Field>
      </div>
      <Field group label={t('desks.mode')}>
        <RadioGroup
          value={mode()}
          options={PracticeMode.options.map((value) => ({ value, label: t(`desks.mode.${value}`) }))}
          onValue={setMode}
        />
      </Field>
      <Field label={t('desks.topic')} optional error={fieldWords(t, log.problemAt('topic'))}>
        <TextInput dir="auto" maxlength={200} value={topic()} onValue={setTopic} />
      </Field>
    </ActionDialog>
  );
}

const ended = PracticeOutcome.exclude(['pending']);

function FinishDialog(props: { practice: Practice; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const [outcome, setOutcome] = createSignal<(typeof ended.options)[number]>('done');
  const finish = createAction(
    () =>
      call(practiceEndpoints.finish, {
        params: { practiceId: props.practice.id },
        body: { outcome: outcome(), version: props.practice.version },
      }),
    { touches: () => [keys.practices], onDone: () => props.onClose() },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('desks.finish')}
      act={t('ui.save')}
      action={finish}
      onSubmit={() => void finish.run()}
    >
      <Field group label={t('desks.result')}>
        <RadioGroup
          value={outcome()}
          options={ended.options.map((value) => ({ value, label: t(`desks.result.${value}`) }))}
          onValue={setOutcome}
        />
      </Field>
    </ActionDialog>
  );
}
