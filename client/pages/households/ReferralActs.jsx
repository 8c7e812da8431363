/** What may be done with a referral that isn't over: its next step, the day to answer by, and the link for the body. */
import { createSignal, For, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { answersFrom, isReferralClosed, nextReferralStatuses, ReferralOutcome, referralEndpoints, } from '../../../shared/records/referrals.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { ReferralLink } from './ReferralLink.tsx';
import { touchedByReferral } from './touched-by-referral.ts';
const dialogs = ['update', 'day', 'link'];
export function ReferralActs(props) {
    const { t } = useMessages();
    const [open, setOpen] = createSignal();
    const close = () => setOpen(undefined);
    const words = { update: 'referrals.update', day: 'loop.day', link: 'loop.link' };
    const offered = () => dialogs.filter((name) => name !== 'link' || answersFrom(props.referral.status).length > 0);
    return (<>
      <For each={offered()}>
        {(name) => (<Button small kind={name === 'update' ? 'plain' : 'quiet'} aria-label={`${t(words[name])} ${props.referral.to.name}`} onClick={() => setOpen(name)}>
            {t(words[name])}
          </Button>)}
      </For>
      <Show when={open() === 'update'}>
        <UpdateReferral referral={props.referral} onClose={close}/>
      </Show>
      <Show when={open() === 'day'}>
        <ChangeDay referral={props.referral} onClose={close}/>
      </Show>
      <Show when={open() === 'link'}>
        <ReferralLink referral={props.referral} onClose={close}/>
      </Show>
    </>);
}
function UpdateReferral(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const next = () => nextReferralStatuses[props.referral.status];
    const [status, setStatus] = createSignal(next()[0] ?? props.referral.status);
    const [outcome, setOutcome] = createSignal();
    const [note, setNote] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const needsOutcome = () => isReferralClosed(status());
    const takesOutcome = () => needsOutcome() || status() === 'on_hold';
    const update = createAction(() => call(referralEndpoints.update, {
        params: { householdId: props.referral.householdId, referralId: props.referral.id },
        body: {
            status: status(),
            outcome: takesOutcome() ? (outcome() ?? null) : null,
            note: note().trim(),
            version: props.referral.version,
        },
    }), {
        touches: touchedByReferral,
        onDone: () => {
            showToast({ text: t('referrals.updated') });
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        if (!needsOutcome() || outcome())
            void update.run();
    };
    const missing = () => asked() && needsOutcome() && !outcome();
    return (<ActionDialog open onClose={props.onClose} title={t('referrals.updateTitle')} description={<bdi>{props.referral.to.name}</bdi>} act={t('ui.save')} action={update} onSubmit={submit}>
      <Field label={t('goals.status')} error={fieldWords(t, update.problemAt('status'))}>
        <Select value={status()} options={next().map((value) => ({ value, label: t(`referrals.status.${value}`) }))} onValue={setStatus}/>
      </Field>
      <Show when={takesOutcome()}>
        <Field group label={t('referrals.outcome')} error={missing() ? t('fields.missing') : fieldWords(t, update.problemAt('outcome'))}>
          <RadioGroup value={outcome() ?? ''} options={ReferralOutcome.options.map((value) => ({
            value,
            label: t(`referrals.outcome.${value}`),
        }))} onValue={setOutcome}/>
        </Field>
      </Show>
      <Field label={t('loop.stepNote')} optional>
        <TextArea rows={2} maxlength={1000} value={note()} onValue={setNote}/>
      </Field>
    </ActionDialog>);
}
function ChangeDay(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [day, setDay] = createSignal(props.referral.answerBy ?? '');
    const [asked, setAsked] = createSignal(false);
    const change = createAction((answerBy) => call(referralEndpoints.change, {
        params: { householdId: props.referral.householdId, referralId: props.referral.id },
        body: { answerBy, version: props.referral.version },
    }), {
        touches: touchedByReferral,
        onDone: () => {
            showToast({ text: t('referrals.updated') });
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        const given = Day.safeParse(day()).data;
        if (given)
            void change.run(given);
    };
    return (<ActionDialog open onClose={props.onClose} title={t('loop.day')} description={<bdi>{props.referral.to.name}</bdi>} act={t('ui.save')} action={change} onSubmit={submit}>
      <Field label={t('loop.day')} error={asked() && !day() ? t('fields.date') : fieldWords(t, change.problemAt('answerBy'))} required>
        <DateInput value={day()} onValue={setDay}/>
      </Field>
    </ActionDialog>);
}
