/** Writing one of the network's own agendas, or changing it. A new one begins from ours of the same kind. */
import { createSignal, type JSX } from 'solid-js';
import { ConferenceTemplateId, newId } from '../../../shared/ids.ts';
import {
  type ConferenceTemplate,
  type ConferenceTemplateDraft,
  conferenceTemplateEndpoints,
} from '../../../shared/records/conference-templates.ts';
import { ConferenceKind } from '../../../shared/records/conferences.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { AgendaFields } from './AgendaFields.tsx';
import { createAgendaDraft } from './agenda-draft.ts';
import { agendaTemplates } from './agenda-templates.ts';

const nameShort = 2;

export function TemplateDialog(props: {
  /** Nothing: a new one. */
  template: ConferenceTemplate | undefined;
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { template } = props;
  const id = template?.id ?? newId(ConferenceTemplateId);
  const [kind, setKind] = createSignal<ConferenceKind>(template?.kind ?? 'review');
  const [name, setName] = createSignal(template?.name ?? '');
  const [minutes, setMinutes] = createSignal(String(template?.minutesLong ?? ''));
  const [asked, setAsked] = createSignal(false);
  const agenda = createAgendaDraft(
    (template?.points ?? []).map((point) => ({ ...point, id: crypto.randomUUID(), askedById: null })),
  );
  const begin = () => {
    const ours = agendaTemplates[kind()];
    setMinutes(String(ours.minutesLong));
    agenda.replace(ours.points.map(({ title, minutes: box }) => ({ title: t(title), minutes: box })));
  };
  if (!template) begin();
  const length = () => {
    const parsed = Number(minutes());
    return Number.isInteger(parsed) && parsed >= 5 && parsed <= 600 ? parsed : undefined;
  };
  const save = createAction(
    (draft: Omit<ConferenceTemplateDraft, 'id'>) =>
      template
        ? call(conferenceTemplateEndpoints.change, {
            params: { templateId: id },
            body: { ...draft, version: template.version },
          })
        : call(conferenceTemplateEndpoints.write, { body: { ...draft, id } }),
    {
      touches: () => [keys.conferenceTemplates],
      onDone: () => {
        showToast({ text: t('before.templateSaved') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const minutesLong = length();
    if (minutesLong === undefined || name().trim().length < nameShort) return;
    if (agenda.missing() || agenda.wrong()) return;
    const points = agenda.written().map(({ title, minutes: box }) => ({ title, minutes: box }));
    void save.run({ kind: kind(), name: name().trim(), minutesLong, points });
  };
  const agendaProblem = () => {
    if (agenda.wrong()) return t('before.boxWrong');
    if (asked() && agenda.missing()) return t('fields.missing');
    return fieldWords(t, save.problemAt('points'));
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={template ? t('before.templateChange', { name: template.name }) : t('before.templateNew')}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <Field
        label={t('before.templateName')}
        required
        error={
          asked() && name().trim().length < nameShort
            ? t('fields.tooShort')
            : fieldWords(t, save.problemAt('name'))
        }
      >
        <TextInput dir="auto" maxLength={120} value={name()} onValue={setName} />
      </Field>
      <div class="pair">
        <Field label={t('before.kind')}>
          <Select
            value={kind()}
            options={ConferenceKind.options.map((value) => ({ value, label: t(`before.kind.${value}`) }))}
            onValue={(wanted) => {
              setKind(wanted);
              if (!agenda.touched()) begin();
            }}
          />
        </Field>
        <Field
          label={t('conferences.minutesLong')}
          error={length() === undefined ? t('before.minutesWrong') : undefined}
        >
          <TextInput type="number" min="5" max="600" step="5" value={minutes()} onValue={setMinutes} />
        </Field>
      </div>
      <AgendaFields agenda={agenda} minutesLong={length()} error={agendaProblem()} />
    </ActionDialog>
  );
}
