/** The coordination offers a request to a mediator of its language: who is away can't be chosen, who has least stands first. */
import { createSignal, Show } from 'solid-js';
import { PersonId } from '../../../shared/ids.ts';
import { mediationEndpoints, speaks, } from '../../../shared/records/mediation.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
export function AssignDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [chosen, setChosen] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const candidates = () => props.roster
        .filter((entry) => speaks(entry, props.request.language) && !entry.paused)
        .sort((a, b) => a.load - b.load);
    const assign = createAction((personId) => call(mediationEndpoints.assign, {
        params: { mediationId: props.request.id },
        body: { personId, version: props.request.version },
    }), {
        touches: () => [keys.mediation],
        onDone: () => {
            showToast({ text: t('mediation.assigned') });
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        const personId = PersonId.safeParse(chosen()).data;
        if (personId)
            void assign.run(personId);
    };
    return (<ActionDialog open onClose={props.onClose} title={t('mediation.assignTitle')} description={t('mediation.assignExplain')} act={t('mediation.assignAct')} action={assign} onSubmit={submit}>
      <Show when={candidates().length > 0} fallback={<p>{t('mediation.nobody')}</p>}>
        <Field group label={t('mediation.mediator')} error={asked() && !chosen() ? t('fields.person') : fieldWords(t, assign.problemAt('personId'))}>
          <RadioGroup value={chosen()} options={candidates().map(({ person, load, days }) => ({
            value: person.id,
            label: [person.name, t('mediation.load', { n: load }), days].filter(Boolean).join(' · '),
        }))} onValue={setChosen}/>
        </Field>
      </Show>
    </ActionDialog>);
}
