/** Referring the household, or one of its members, to a service of the catalogue (B8). */
import { createSignal, type JSX, Suspense } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { MemberId, newId, ReferralId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { type Referral, referralEndpoints, servicesByRight } from '../../../shared/records/referrals.ts';
import { Right } from '../../../shared/records/rights.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { useRoom } from './household-room.tsx';
import type { ReferralSeed } from './text-acts.ts';

export type ReferralDialogProps = {
  seed: ReferralSeed | undefined;
  onClose: () => void;
  onMade?: ((referral: Referral) => void) | undefined;
};

export function ReferralDialog(props: ReferralDialogProps): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [id, setId] = createSignal(newId(ReferralId));
  const [right, setRight] = createSignal<Right>('health');
  const [chosen, setChosen] = createSignal<string>();
  const [body, setBody] = createSignal<BodyBrief | null>(null);
  const [memberId, setMemberId] = createSignal('all');
  const [note, setNote] = createSignal('');
  const [answerBy, setAnswerBy] = createSignal('');
  const [draft, setDraft] = createSignal(false);
  const [asked, setAsked] = createSignal(false);
  whenChanged(
    () => props.seed,
    (seed) => {
      if (!seed) return;
      setId(newId(ReferralId));
      setRight(seed.right ?? 'health');
      setNote(seed.note.slice(0, 1000));
      setAsked(false);
      request.clear();
    },
  );
  const services = () => servicesByRight[right()];
  const service = () => services().find((one) => one === chosen()) ?? services()[0];
  const request = createAction(
    (bodyId: BodyBrief['id']) =>
      call(referralEndpoints.request, {
        params: { householdId: room.household().id },
        body: {
          id: id(),
          right: right(),
          service: service(),
          bodyId,
          memberId: MemberId.safeParse(memberId()).data ?? null,
          goalId: null,
          note: note().trim(),
          answerBy: Day.safeParse(answerBy()).data ?? null,
          draft: draft(),
        },
      }),
    {
      touches: () => [
        householdKey(room.household().id, 'referrals'),
        householdKey(room.household().id, 'rights'),
      ],
      onDone: (referral) => {
        showToast({ text: t('referrals.requested', { body: referral.to.name }) });
        props.onMade?.(referral);
        setBody(null);
        setAnswerBy('');
        setDraft(false);
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const to = body();
    if (to) void request.run(to.id);
  };
  return (
    <ActionDialog
      open={props.seed !== undefined}
      onClose={props.onClose}
      title={t('referrals.title')}
      description={t('referrals.explain')}
      act={t('referrals.request')}
      action={request}
      onSubmit={submit}
    >
      <div class="pair">
        <Field label={t('referrals.right')}>
          <Select
            value={right()}
            options={Right.options.map((value) => ({ value, label: t(`rights.right.${value}`) }))}
            onValue={setRight}
          />
        </Field>
        <Field label={t('referrals.service')} error={fieldWords(t, request.problemAt('service'))}>
          <Select
            value={service()}
            options={services().map((value) => ({ value, label: t(`referrals.service.${value}`) }))}
            onValue={setChosen}
          />
        </Field>
      </div>
      <Field
        label={t('referrals.to')}
        error={asked() && !body() ? t('fields.body') : fieldWords(t, request.problemAt('bodyId'))}
        required
      >
        <BodyPicker value={body()} onValue={setBody} />
      </Field>
      <Field label={t('referrals.member')}>
        <Select
          value={memberId()}
          options={[
            { value: 'all', label: t('goals.wholeHousehold') },
            ...room
              .household()
              .members.filter((member) => member.left === null)
              .map((member) => ({ value: member.id as string, label: member.name })),
          ]}
          onValue={setMemberId}
        />
      </Field>
      <Field label={t('referrals.note')} optional error={fieldWords(t, request.problemAt('note'))}>
        <TextArea rows={3} value={note()} onValue={setNote} maxlength={1000} />
      </Field>
      <Suspense>
        <Field
          label={t('loop.day')}
          hint={t('loop.dayHint')}
          optional
          error={fieldWords(t, request.problemAt('answerBy'))}
        >
          <DateInput value={answerBy()} onValue={setAnswerBy} />
        </Field>
        <Checkbox checked={draft()} onValue={setDraft} label={t('loop.draft')} note={t('loop.draftNote')} />
      </Suspense>
    </ActionDialog>
  );
}
