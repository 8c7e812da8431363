/** Referring the household, or one of its members, to a service of the catalogue (B8). */
import { createEffect, createSignal, on, Suspense } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { MemberId, newId, ReferralId } from '../../../shared/ids.ts';
import { referralEndpoints, servicesByRight } from '../../../shared/records/referrals.ts';
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
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { useRoom } from './household-room.tsx';
export function ReferralDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [id, setId] = createSignal(newId(ReferralId));
    const [right, setRight] = createSignal('health');
    const [chosen, setChosen] = createSignal();
    const [body, setBody] = createSignal(null);
    const [memberId, setMemberId] = createSignal('all');
    const [note, setNote] = createSignal('');
    const [answerBy, setAnswerBy] = createSignal('');
    const [draft, setDraft] = createSignal(false);
    const [asked, setAsked] = createSignal(false);
    createEffect(on(() => props.seed, (seed) => {
        if (!seed)
            return;
        setId(newId(ReferralId));
        setRight(seed.right ?? 'health');
        setNote(seed.note.slice(0, 1000));
        setAsked(false);
        request.clear();
    }));
    const services = () => servicesByRight[right()];
    const service = () => services().find((one) => one === chosen()) ?? services()[0];
    const request = createAction((bodyId) => call(referralEndpoints.request, {
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
    }), {
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
    });
    const submit = () => {
        setAsked(true);
        const to = body();
        if (to)
            void request.run(to.id);
    };
    return (<ActionDialog open={props.seed !== undefined} onClose={props.onClose} title={t('referrals.title')} description={t('referrals.explain')} act={t('referrals.request')} action={request} onSubmit={submit}>
      <div class="pair">
        <Field label={t('referrals.right')}>
          <Select value={right()} options={Right.options.map((value) => ({ value, label: t(`rights.right.${value}`) }))} onValue={setRight}/>
        </Field>
        <Field label={t('referrals.service')} error={fieldWords(t, request.problemAt('service'))}>
          <Select value={service()} options={services().map((value) => ({ value, label: t(`referrals.service.${value}`) }))} onValue={setChosen}/>
        </Field>
      </div>
      <Field label={t('referrals.to')} error={asked() && !body() ? t('fields.body') : fieldWords(t, request.problemAt('bodyId'))} required>
        <BodyPicker value={body()} onValue={setBody}/>
      </Field>
      <Field label={t('referrals.member')}>
        <Select value={memberId()} options={[
            { value: 'all', label: t('goals.wholeHousehold') },
            ...room
                .household()
                .members.filter((member) => member.left === null)
                .map((member) => ({ value: member.id, label: member.name })),
        ]} onValue={setMemberId}/>
      </Field>
      <Field label={t('referrals.note')} optional error={fieldWords(t, request.problemAt('note'))}>
        <TextArea rows={3} value={note()} onValue={setNote} maxlength={1000}/>
      </Field>
      <Suspense>
        <Field label={t('loop.day')} hint={t('loop.dayHint')} optional error={fieldWords(t, request.problemAt('answerBy'))}>
          <DateInput value={answerBy()} onValue={setAnswerBy}/>
        </Field>
        <Checkbox checked={draft()} onValue={setDraft} label={t('loop.draft')} note={t('loop.draftNote')}/>
      </Suspense>
    </ActionDialog>);
}
