/** Taking a household in: a name, at least one person, a tutor with a reason. Its id is made here, so twice is once. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Index, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import IconX from '~icons/lucide/x';
import { HouseholdId, newId } from '../../../shared/ids.ts';
import { householdEndpoints } from '../../../shared/records/households.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { LanguageChecks } from './LanguageChecks.tsx';
import { MemberFields } from './MemberFields.tsx';
import { memberDraft, newMember } from './member-draft.ts';
/** Circoscrizioni of Turin. */
const districts = [1, 2, 3, 4, 5, 6, 7, 8];
function createForm() {
    const me = useMe();
    // Whoever is a tutor and opens a household is usually the one.
    const self = () => (me().function === 'tutor' ? { ...me() } : null);
    const [name, setName] = createSignal('');
    const [district, setDistrict] = createSignal(null);
    const [area, setArea] = createSignal('');
    const [languages, setLanguages] = createSignal(['it']);
    const [members, setMembers] = createSignal([newMember(0)]);
    const [tutor, setTutor] = createSignal(self());
    const [reason, setReason] = createSignal('');
    let lastKey = 0;
    return {
        name,
        setName,
        district,
        setDistrict,
        area,
        setArea,
        languages,
        setLanguages,
        members,
        tutor,
        setTutor,
        reason,
        setReason,
        addMember() {
            lastKey += 1;
            setMembers([...members(), newMember(lastKey)]);
        },
        removeMember: (key) => setMembers(members().filter((member) => member.key !== key)),
        clear() {
            setName('');
            setDistrict(null);
            setArea('');
            setLanguages(['it']);
            setMembers([newMember(0)]);
            setTutor(self());
            setReason('');
        },
        changeMember: (key, change) => setMembers(members().map((member) => (member.key === key ? { ...member, ...change } : member))),
    };
}
export function NewHouseholdDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const navigate = useNavigate();
    const form = createForm();
    const [asked, setAsked] = createSignal(false);
    const [id, setId] = createSignal(newId(HouseholdId));
    const me = useMe();
    const open = createAction((tutorId) => call(householdEndpoints.open, {
        body: {
            id: id(),
            name: form.name().trim(),
            district: form.district(),
            area: form.area().trim() || null,
            languages: [...form.languages()],
            members: form.members().map((member, index) => memberDraft(member, form.languages(), index === 0)),
            tutorId,
            tutorReason: form.reason().trim(),
        },
    }), {
        touches: () => [keys.households],
        onDone: (opened) => {
            const [name, tutor] = [form.name().trim(), form.tutor()];
            setId(newId(HouseholdId));
            setAsked(false);
            if (tutor?.id === me().id) {
                showToast({ text: t('households.opened', { name, code: opened.code }) });
                return navigate(`/households/${opened.id}`);
            }
            // Whoever opens it for another doesn't follow it: its page isn't theirs.
            showToast({ text: t('households.openedFor', { name, code: opened.code, tutor: tutor?.name ?? '' }) });
            form.clear();
            props.onClose();
        },
    });
    const missing = (bad, words) => (asked() && bad ? words : undefined);
    const nameError = () => missing(form.name().trim().length < 2, t('fields.tooShort')) ?? fieldWords(t, open.problemAt('name'));
    const reasonError = () => missing(form.reason().trim().length < 3, t('fields.reasonMissing')) ??
        fieldWords(t, open.problemAt('tutorReason'));
    const memberError = (index, field) => {
        const empty = field === 'name' && (form.members()[index]?.name.trim() ?? '') === '';
        return missing(empty, t('fields.missing')) ?? fieldWords(t, open.problemAt(`members.${index}.${field}`));
    };
    const complete = () => form.name().trim().length >= 2 &&
        form.reason().trim().length >= 3 &&
        form.languages().length > 0 &&
        form.members().every((member) => member.name.trim() !== '');
    const submit = () => {
        setAsked(true);
        const tutor = form.tutor();
        if (complete() && tutor)
            void open.run(tutor.id);
    };
    return (<ActionDialog open={props.open} onClose={props.onClose} shape="wide" title={t('households.newTitle')} description={t('households.newIntro')} act={t('households.open')} action={open} onSubmit={submit}>
      <Field label={t('households.name')} hint={t('households.nameHint')} error={nameError()} required>
        <TextInput dir="auto" value={form.name()} onValue={form.setName}/>
      </Field>
      <Index each={form.members()}>
        {(member, index) => (<fieldset class="member">
            <legend class="sr">{member().name || t('households.aPerson')}</legend>
            <div class="member-h">
              <span>
                {index === 0 ? t('households.index') : t(`households.relation.${member().relation}`)}
              </span>
              <Show when={index > 0}>
                <IconButton label={t('households.removeMember', { name: member().name || t('households.aPerson') })} onClick={() => form.removeMember(member().key)}>
                  <IconX class="i i-s" aria-hidden="true"/>
                </IconButton>
              </Show>
            </div>
            <MemberFields member={member()} onChange={(change) => form.changeMember(member().key, change)} problem={(field) => memberError(index, field)}/>
          </fieldset>)}
      </Index>
      <div>
        <Button small icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={form.addMember}>
          {t('households.addMember')}
        </Button>
      </div>
      <Field group label={t('households.languages')} error={missing(form.languages().length === 0, t('fields.missing')) ??
            fieldWords(t, open.problemAt('languages'))}>
        <LanguageChecks value={form.languages()} onValue={form.setLanguages}/>
      </Field>
      <div class="pair">
        <Field label={t('households.district')} optional>
          <Select value={String(form.district() ?? 'none')} options={[
            { value: 'none', label: t('households.noDistrict') },
            ...districts.map((number) => ({ value: String(number), label: String(number) })),
        ]} onValue={(value) => form.setDistrict(value === 'none' ? null : Number(value))}/>
        </Field>
        <Field label={t('households.area')} optional error={fieldWords(t, open.problemAt('area'))}>
          <TextInput dir="auto" value={form.area()} onValue={form.setArea}/>
        </Field>
      </div>
      <Field label={t('households.tutor')} hint={t('households.tutorHint')} error={missing(!form.tutor(), t('fields.person')) ?? fieldWords(t, open.problemAt('tutorId'))} required>
        <PersonPicker value={form.tutor()} onValue={form.setTutor} functions={['tutor']}/>
      </Field>
      <Field label={t('households.tutorReason')} error={reasonError()} required>
        <TextArea rows={2} value={form.reason()} onValue={form.setReason}/>
      </Field>
    </ActionDialog>);
}
