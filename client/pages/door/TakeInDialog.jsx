/** Opening a household from a report, with the members it names and a tutor: once, by a person. */
import { createSignal, Index } from 'solid-js';
import { HouseholdId, newId } from '../../../shared/ids.ts';
import { membersFromReport, reportEndpoints } from '../../../shared/records/reports.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { MemberFields } from '../households/MemberFields.tsx';
import { memberDraft } from '../households/member-draft.ts';
const inWriting = (report) => report.content === null
    ? []
    : membersFromReport(report.content).map((member, key) => ({
        key,
        name: member.name,
        relation: member.relation,
        sex: member.sex,
        birth: member.birth ?? '',
        birthCountry: '',
        expecting: member.pregnancy !== null,
        dueDate: member.pregnancy?.dueDate ?? '',
        lmp: '',
    }));
export function TakeInDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(HouseholdId);
    const [name, setName] = createSignal(props.report.content?.name?.split(' ').at(-1) ?? '');
    const [members, setMembers] = createSignal(inWriting(props.report));
    const [tutor, setTutor] = createSignal(null);
    const [reason, setReason] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const take = createAction((tutorId) => {
        const languages = [props.report.content?.language ?? 'it'];
        return call(reportEndpoints.takeIn, {
            params: { reportId: props.report.id },
            body: {
                id,
                name: name().trim(),
                district: props.report.content?.district ?? null,
                area: props.report.content?.area ?? null,
                languages,
                members: members().map((member, index) => memberDraft(member, languages, index === 0)),
                tutorId,
                tutorReason: reason().trim(),
                version: props.report.version,
            },
        });
    }, {
        touches: () => [keys.reports, keys.households],
        onDone: ({ code }) => {
            showToast({ text: t('door.taken', { code }) });
            props.onClose();
        },
    });
    const nameless = () => members().some((member) => member.name.trim() === '');
    const submit = () => {
        setAsked(true);
        const person = tutor();
        if (person && !nameless() && name().trim().length >= 2 && reason().trim().length >= 3)
            void take.run(person.id);
    };
    const missing = (bad, words) => (asked() && bad ? words : undefined);
    return (<ActionDialog open shape="wide" onClose={props.onClose} title={t('door.takeInTitle', { number: props.report.number })} description={t('door.takeInNote')} act={t('door.takeIn')} action={take} onSubmit={submit}>
      <Field label={t('door.familyName')} error={missing(name().trim().length < 2, t('fields.tooShort'))} required>
        <TextInput dir="auto" value={name()} onValue={setName}/>
      </Field>
      <Index each={members()}>
        {(member, index) => (<MemberFields member={member()} onChange={(part) => setMembers(members().map((each, at) => (at === index ? { ...each, ...part } : each)))} problem={(field) => field === 'name'
                ? missing(member().name.trim() === '', t('fields.missing'))
                : fieldWords(t, take.problemAt(`members.${index}.${field}`))}/>)}
      </Index>
      <Field label={t('door.tutor')} error={missing(!tutor(), t('fields.person')) ?? fieldWords(t, take.problemAt('tutorId'))} required>
        <PersonPicker value={tutor()} onValue={setTutor} functions={['tutor']}/>
      </Field>
      <Field label={t('door.tutorReason')} error={missing(reason().trim().length < 3, t('fields.reasonMissing'))} required>
        <TextArea rows={2} value={reason()} onValue={setReason}/>
      </Field>
    </ActionDialog>);
}
