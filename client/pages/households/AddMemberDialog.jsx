import { createSignal } from 'solid-js';
import { MemberId, newId } from '../../../shared/ids.ts';
import { householdEndpoints } from '../../../shared/records/households.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from './household-room.tsx';
import { MemberFields } from './MemberFields.tsx';
import { memberDraft, newMember } from './member-draft.ts';
/** Adds somebody to the household. The id is made here: sending it twice adds one. */
export function AddMemberDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [member, setMember] = createSignal(newMember(1));
    const [id, setId] = createSignal(newId(MemberId));
    const [asked, setAsked] = createSignal(false);
    const add = createAction(() => call(householdEndpoints.addMember, {
        params: { householdId: room.household().id },
        body: { ...memberDraft(member(), room.household().languages, false), id: id() },
    }), {
        touches: () => [householdKey(room.household().id, 'page'), keys.households],
        onDone: () => {
            showToast({ text: t('households.saved') });
            setMember(newMember(1));
            setId(newId(MemberId));
            setAsked(false);
            props.onClose();
        },
    });
    const problem = (field) => asked() && field === 'name' && member().name.trim() === ''
        ? t('fields.missing')
        : fieldWords(t, add.problemAt(field));
    const submit = () => {
        setAsked(true);
        if (member().name.trim() !== '')
            void add.run();
    };
    return (<ActionDialog open={props.open} onClose={props.onClose} shape="wide" title={t('households.addMemberTitle')} act={t('ui.add')} action={add} onSubmit={submit}>
      <MemberFields member={member()} onChange={(change) => setMember((before) => ({ ...before, ...change }))} problem={problem}/>
    </ActionDialog>);
}
