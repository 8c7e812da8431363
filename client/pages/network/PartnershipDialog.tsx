/** Writing down the partnership of a body, or changing it, with the place of its mark on the sketch (A10). */
import { createSignal, type JSX } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { Agreement, type Partner, partnerEndpoints } from '../../../shared/records/partners.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { SketchPlace } from './SketchPlace.tsx';

export function PartnershipDialog(props: { partner: Partner; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { body, district, partnership: before } = props.partner;
  const [agreement, setAgreement] = createSignal<Agreement>(before?.agreement ?? 'informal');
  const [since, setSince] = createSignal<string>(before?.since ?? '');
  const [name, setName] = createSignal(before?.contactName ?? '');
  const [role, setRole] = createSignal(before?.contactRole ?? '');
  const [email, setEmail] = createSignal(before?.contactEmail ?? '');
  const [phone, setPhone] = createSignal(before?.contactPhone ?? '');
  const [place, setPlace] = createSignal(before?.place ?? null);
  const [asked, setAsked] = createSignal(false);
  const save = createAction(
    (day: Day) =>
      call(partnerEndpoints.record, {
        params: { bodyId: body.id },
        body: {
          agreement: agreement(),
          since: day,
          contactName: name(),
          contactRole: role(),
          contactEmail: email().trim() || null,
          contactPhone: phone().trim() || null,
          place: place(),
          version: before?.version ?? null,
        },
      }),
    {
      touches: () => [keys.partners],
      onDone: () => {
        showToast({ text: t('keep.partner.saved') });
        props.onClose();
      },
    },
  );
  const day = () => Day.safeParse(since()).data;
  const submit = () => {
    setAsked(true);
    const from = day();
    if (from) void save.run(from);
  };
  const problem = (path: string) => fieldWords(t, save.problemAt(path));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t(before ? 'keep.partner.change' : 'keep.partner.write')}
      description={<bdi>{body.name}</bdi>}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <div class="pair">
        <Field label={t('keep.partner.agreement')} error={problem('agreement')}>
          <Select
            value={agreement()}
            options={Agreement.options.map((value) => ({ value, label: t(`territory.agreement.${value}`) }))}
            onValue={setAgreement}
          />
        </Field>
        <Field
          label={t('keep.since')}
          error={asked() && !day() ? t('fields.date') : problem('since')}
          required
        >
          <DateInput value={since()} onValue={setSince} />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('territory.map.contact')} error={problem('contactName')} optional>
          <TextInput dir="auto" value={name()} onValue={setName} />
        </Field>
        <Field label={t('keep.partner.role')} error={problem('contactRole')} optional>
          <TextInput dir="auto" value={role()} onValue={setRole} />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('keep.partner.email')} error={problem('contactEmail')} optional>
          <TextInput type="text" inputmode="email" dir="ltr" value={email()} onValue={setEmail} />
        </Field>
        <Field label={t('keep.partner.phone')} error={problem('contactPhone')} optional>
          <TextInput type="tel" dir="ltr" value={phone()} onValue={setPhone} />
        </Field>
      </div>
      <SketchPlace
        value={place()}
        onValue={setPlace}
        unplaced={district === null ? t('keep.place.citywide') : t('keep.place.byDistrict', { n: district })}
        error={problem('place')}
      />
    </ActionDialog>
  );
}
