/** The bodies of the network: adding one, changing what is written of it, taking it out of the directory. */
import { createSignal, For, Show } from 'solid-js';
import { BodyKind, bodyEndpoints, Sector, } from '../../../shared/records/bodies.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { useToasts } from '../../ui/Toast.tsx';
const blank = {
    name: '',
    kind: 'association',
    sector: 'third_sector',
    public: false,
    district: null,
    area: null,
    languages: [],
    resources: [],
    description: '',
    email: null,
    phone: null,
    hours: null,
};
export function BodiesAdmin() {
    const { t } = useMessages();
    const [editing, setEditing] = createSignal();
    const [closing, setClosing] = createSignal();
    const read = createRead(bodyEndpoints.list, () => ({ key: [...keys.bodies, 'all'], input: {} }));
    return (<section class="sect">
      <div class="filters">
        <Button kind="primary" onClick={() => setEditing('new')}>
          {t('admin.addBody')}
        </Button>
      </div>
      <Answered read={read} lines={8}>
        {(answer) => (<ul>
            <For each={answer().bodies}>
              {(body) => (<li class="line">
                  <span class="sec">
                    <SectorMark sector={body.sector} named/>
                    <b dir="auto">{body.name}</b>
                  </span>
                  <span class="soft">{t(`functions.bodyKind.${body.kind}`)}</span>
                  <span class="end">
                    <Button small aria-label={t('admin.editOf', { name: body.name })} onClick={() => setEditing({ ...body })}>
                      {t('admin.edit')}
                    </Button>
                    <Button small kind="quiet" aria-label={t('admin.closeBodyTitle', { name: body.name })} onClick={() => setClosing({ ...body })}>
                      {t('admin.closeBody')}
                    </Button>
                  </span>
                </li>)}
            </For>
          </ul>)}
      </Answered>
      <Show when={editing()} keyed>
        {(body) => (<BodyDialog body={body === 'new' ? undefined : body} onClose={() => setEditing(undefined)}/>)}
      </Show>
      <Show when={closing()} keyed>
        {(body) => <CloseBody body={body} onClose={() => setClosing(undefined)}/>}
      </Show>
    </section>);
}
const orNull = (text) => text.trim() || null;
function BodyDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const { id, ...written } = props.body ?? { ...blank, id: undefined };
    const [draft, setDraft] = createSignal({ ...written, resources: [...written.resources] });
    const [resources, setResources] = createSignal(written.resources.join(', '));
    const change = (part) => setDraft({ ...draft(), ...part });
    const ready = () => ({
        ...draft(),
        resources: resources()
            .split(/[,،]/)
            .map((one) => one.trim())
            .filter((one) => one !== ''),
    });
    const save = createAction(() => id
        ? call(bodyEndpoints.change, { params: { bodyId: id }, body: ready() })
        : call(bodyEndpoints.create, { body: ready() }), {
        touches: () => [keys.bodies],
        onDone: () => {
            showToast({ text: t('admin.bodySaved') });
            props.onClose();
        },
    });
    const problem = (path) => fieldWords(t, save.problemAt(path));
    return (<ActionDialog open onClose={props.onClose} shape="wide" title={props.body ? t('admin.editOf', { name: props.body.name }) : t('admin.bodyTitle')} act={t('ui.save')} action={save} onSubmit={() => void save.run()}>
      <Field label={t('admin.bodyName')} error={problem('name')} required>
        <TextInput dir="auto" value={draft().name} onValue={(name) => change({ name })}/>
      </Field>
      <div class="pair">
        <Field label={t('admin.kind')}>
          <Select value={draft().kind} options={BodyKind.options.map((value) => ({ value, label: t(`functions.bodyKind.${value}`) }))} onValue={(kind) => change({ kind })}/>
        </Field>
        <Field label={t('admin.sector')}>
          <Select value={draft().sector} options={Sector.options.map((value) => ({ value, label: t(`functions.sector.${value}`) }))} onValue={(sector) => change({ sector })}/>
        </Field>
      </div>
      <Checkbox checked={draft().public} label={t('admin.public')} note={t('admin.publicNote')} onValue={(isPublic) => change({ public: isPublic })}/>
      <Field label={t('admin.area')} optional error={problem('area')}>
        <TextInput dir="auto" value={draft().area ?? ''} onValue={(area) => change({ area: orNull(area) })}/>
      </Field>
      <Field label={t('admin.description')} optional error={problem('description')}>
        <TextArea rows={2} value={draft().description} onValue={(description) => change({ description })}/>
      </Field>
      <Field label={t('admin.resources')} optional error={problem('resources')}>
        <TextInput dir="auto" value={resources()} onValue={setResources}/>
      </Field>
      <div class="pair">
        <Field label={t('admin.phone')} optional error={problem('phone')}>
          <TextInput type="tel" dir="ltr" value={draft().phone ?? ''} onValue={(phone) => change({ phone: orNull(phone) })}/>
        </Field>
        <Field label={t('admin.email')} optional error={problem('email')}>
          <TextInput type="email" dir="ltr" value={draft().email ?? ''} onValue={(email) => change({ email: orNull(email) })}/>
        </Field>
        <Field label={t('admin.hours')} optional error={problem('hours')}>
          <TextInput dir="auto" value={draft().hours ?? ''} onValue={(hours) => change({ hours: orNull(hours) })}/>
        </Field>
      </div>
    </ActionDialog>);
}
function CloseBody(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const close = createAction(() => call(bodyEndpoints.close, { params: { bodyId: props.body.id } }), {
        touches: () => [keys.bodies],
        onDone: () => {
            showToast({ text: t('admin.bodyClosed') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('admin.closeBodyTitle', { name: props.body.name })} description={t('admin.closeBodyExplain')} act={t('admin.closeBody')} kind="alarm" action={close} onSubmit={() => void close.run()}/>);
}
