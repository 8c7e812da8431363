/** The last screening (analisi preliminare): needs, urgency and what it proposes; writing the next. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { AssessmentId, newId } from '../../../shared/ids.ts';
import { type Assessment, assessmentEndpoints, Urgency } from '../../../shared/records/assessments.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { NeedKind } from '../../../shared/records/eligibility.ts';
import { type Programme, programmeEndpoints } from '../../../shared/records/programmes.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, RadioGroup, Select, TextArea } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { useRoom } from '../households/household-room.tsx';

export function ScreeningPart(props: { assessments: readonly Assessment[] }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const [writing, setWriting] = createSignal(false);
  const last = () =>
    props.assessments.flatMap((one) =>
      one.content.kind === 'screening' ? [{ ...one, content: one.content }] : [],
    )[0];
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('charge.screening')}</h2>
        <Show when={room.household().can.writeCharge}>
          <Button small onClick={() => setWriting(true)}>
            {t('charge.writeScreening')}
          </Button>
        </Show>
      </div>
      <Show when={last()} fallback={<p class="muted">{t('charge.screeningNone')}</p>}>
        {(one) => (
          <>
            <dl class="facts">
              <div>
                <dt>{t('charge.needs')}</dt>
                <dd class="tags">
                  <For each={one().content.needs} fallback={t('charge.noNeeds')}>
                    {(need) => <Tag>{t(`charge.need.${need}`)}</Tag>}
                  </For>
                </dd>
              </div>
              <div>
                <dt>{t('charge.urgency')}</dt>
                <dd>
                  <Show when={one().content.urgency !== 'ordinary'} fallback={t('charge.urgency.ordinary')}>
                    <Tag tone="late">{t(`charge.urgency.${one().content.urgency}`)}</Tag>
                  </Show>
                </dd>
              </div>
              <div>
                <dt>{t('charge.proposal')}</dt>
                <dd>{t(`charge.proposal.${one().content.proposal.kind}`)}</dd>
              </div>
            </dl>
            <Show when={one().content.note}>
              <p dir="auto">{one().content.note}</p>
            </Show>
            <p class="soft">
              {t('charge.asOf', { date: formats().date(one().on, 'long') })} ·{' '}
              <span dir="auto">{t('charge.recordedBy', { name: one().by.name })}</span>
            </p>
          </>
        )}
      </Show>
      <Show when={writing()}>
        <ScreeningDialog onClose={() => setWriting(false)} />
      </Show>
    </section>
  );
}

function ScreeningDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(AssessmentId);
  const [needs, setNeeds] = createSignal<readonly NeedKind[]>([]);
  const [urgency, setUrgency] = createSignal<Urgency>('ordinary');
  const [proposal, setProposal] = createSignal<'enrol' | 'orient'>('enrol');
  const [programmeId, setProgrammeId] = createSignal<Programme['id'] | null>(null);
  const [body, setBody] = createSignal<BodyBrief | null>(null);
  const [note, setNote] = createSignal('');
  const programmes = createRead(programmeEndpoints.list, () => ({ key: keys.programmes, input: {} }));
  const record = createAction(
    () =>
      call(assessmentEndpoints.record, {
        params: { householdId: room.household().id },
        body: {
          id,
          on: room.today(),
          content: {
            kind: 'screening',
            needs: [...needs()],
            urgency: urgency(),
            proposal:
              proposal() === 'enrol'
                ? { kind: 'enrol', programmeId: programmeId() }
                : { kind: 'orient', bodyId: body()?.id ?? null },
            note: note(),
          },
        },
      }),
    {
      touches: () => [householdKey(room.household().id, 'charge'), keys.caseload],
      onDone: () => {
        showToast({ text: t('charge.screeningSaved') });
        props.onClose();
      },
    },
  );
  const problem = (path: string) => fieldWords(t, record.problemAt(path));
  const toggle = (need: NeedKind, has: boolean) =>
    setNeeds((before) => (has ? [...before, need] : before.filter((one) => one !== need)));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('charge.screeningTitle')}
      act={t('ui.save')}
      action={record}
      onSubmit={() => void record.run()}
    >
      <Field group label={t('charge.needs')} error={problem('content.needs')}>
        <For each={NeedKind.options}>
          {(need) => (
            <Checkbox
              checked={needs().includes(need)}
              label={t(`charge.need.${need}`)}
              onValue={(has) => toggle(need, has)}
            />
          )}
        </For>
      </Field>
      <Field group label={t('charge.urgency')} error={problem('content.urgency')}>
        <RadioGroup
          value={urgency()}
          options={Urgency.options.map((value) => ({ value, label: t(`charge.urgency.${value}`) }))}
          onValue={setUrgency}
        />
      </Field>
      <Field group label={t('charge.proposal')}>
        <RadioGroup
          value={proposal()}
          options={(['enrol', 'orient'] as const).map((value) => ({
            value,
            label: t(`charge.proposal.${value}`),
          }))}
          onValue={setProposal}
        />
      </Field>
      <Show
        when={proposal() === 'enrol'}
        fallback={
          <Field label={t('charge.proposalBody')} error={problem('content.proposal.bodyId')} optional>
            <BodyPicker value={body()} onValue={setBody} />
          </Field>
        }
      >
        <Field label={t('charge.proposalProgramme')} error={problem('content.proposal.programmeId')} optional>
          <Select
            value={programmeId() ?? ''}
            placeholder={t('ui.choose')}
            options={(programmes.value()?.programmes ?? []).map(({ id: value, name }) => ({
              value,
              label: name,
            }))}
            onValue={setProgrammeId}
          />
        </Field>
      </Show>
      <Field label={t('charge.note')} error={problem('content.note')} optional>
        <TextArea rows={3} value={note()} onValue={setNote} />
      </Field>
    </ActionDialog>
  );
}
