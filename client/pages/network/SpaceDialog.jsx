/** Adding a community space. Its id is made here, so that sending it twice adds one. */
import { createSignal, For } from 'solid-js';
import { newId, SpaceId } from '../../../shared/ids.ts';
import { SpaceResource, spaceEndpoints } from '../../../shared/records/spaces.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
export function SpaceDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(SpaceId);
    const [bodyId, setBodyId] = createSignal(props.bodies[0]?.id);
    const [draft, setDraft] = createSignal({
        name: '',
        resources: [],
        capacity: 10,
        hours: '',
        stepFree: true,
        accessNote: '',
        note: '',
        place: null,
    });
    const change = (part) => setDraft({ ...draft(), ...part });
    const add = createAction((body) => call(spaceEndpoints.add, { body }), {
        touches: () => [keys.spaces],
        onDone: () => {
            showToast({ text: t('territory.space.added') });
            props.onClose();
        },
    });
    const submit = () => {
        const body = bodyId();
        if (body)
            void add.run({ ...draft(), bodyId: body, id });
    };
    const problem = (path) => fieldWords(t, add.problemAt(path));
    return (<ActionDialog open onClose={props.onClose} shape="wide" title={t('territory.space.title')} act={t('ui.save')} action={add} onSubmit={submit}>
      <div class="pair">
        <Field label={t('territory.space.body')} error={problem('bodyId')} required>
          <Select value={bodyId() ?? ''} options={props.bodies.map(({ id, name }) => ({ value: id, label: name }))} onValue={(value) => setBodyId(props.bodies.find((body) => body.id === value)?.id)}/>
        </Field>
        <Field label={t('territory.space.name')} error={problem('name')} required>
          <TextInput dir="auto" value={draft().name} onValue={(name) => change({ name })}/>
        </Field>
      </div>
      <Field label={t('territory.space.resources')} error={problem('resources')} required group>
        <div class="checks">
          <For each={SpaceResource.options}>
            {(resource) => (<Checkbox checked={draft().resources.includes(resource)} label={<span class="cap">{t(`territory.resource.${resource}`)}</span>} onValue={(chosen) => change({
                resources: chosen
                    ? [...draft().resources, resource]
                    : draft().resources.filter((one) => one !== resource),
            })}/>)}
          </For>
        </div>
      </Field>
      <div class="pair">
        <Field label={t('territory.space.capacity')} error={problem('capacity')} required>
          <TextInput type="number" min="1" value={String(draft().capacity)} onValue={(capacity) => change({ capacity: Number(capacity) })}/>
        </Field>
        <Field label={t('territory.space.hours')} error={problem('hours')} optional>
          <TextInput dir="auto" value={draft().hours} onValue={(hours) => change({ hours })}/>
        </Field>
      </div>
      <Checkbox checked={draft().stepFree} label={t('territory.space.stepFree')} onValue={(stepFree) => change({ stepFree })}/>
      <Field label={t('territory.space.note')} error={problem('note')} optional>
        <TextArea rows={2} dir="auto" value={draft().note} onValue={(note) => change({ note })}/>
      </Field>
    </ActionDialog>);
}
