/** Asking for a place: for whom, why, from when, and what was tried at home first, or why that can't wait (D3, D5). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { HomeSupportId, type MemberId, newId, PlacementId } from '../../../shared/ids.ts';
import { type HomeSupport, wasTried } from '../../../shared/records/home-supports.ts';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import { EmergencyReason, PlacementCause, PlacementUrgency } from '../../../shared/records/placements.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

export function AskDialog(props: { supports: readonly HomeSupport[]; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(PlacementId);
  const here = () => room.household().members.filter(({ left }) => left === null);
  const usual = here().filter(({ relation }) => relation === 'mother' || relation === 'child');
  const tried = () => props.supports.filter((support) => wasTried(support, room.today()));
  const [who, setWho] = createSignal<readonly MemberId[]>(usual.map((member) => member.id));
  const [expected, setExpected] = createSignal('0');
  const [cause, setCause] = createSignal<PlacementCause>();
  const [urgency, setUrgency] = createSignal<PlacementUrgency>('ordinary');
  const [wantedFrom, setWantedFrom] = createSignal<string>(room.today());
  const [supportId, setSupportId] = createSignal<string>(tried()[0]?.id ?? 'none');
  const [emergency, setEmergency] = createSignal<EmergencyReason>('danger');
  const [words, setWords] = createSignal('');
  const [concealed, setConcealed] = createSignal(false);
  const [asked, setAsked] = createSignal(false);
  const householdId = room.household().id;
  const isEmergency = () => supportId() === 'none';
  const day = () => Day.safeParse(wantedFrom()).data;
  const request = createAction(
    (from: Day, why: PlacementCause) =>
      call(placementEndpoints.request, {
        params: { householdId },
        body: {
          id,
          memberIds: [...who()],
          expected: Number(expected()),
          cause: why,
          urgency: urgency(),
          wantedFrom: from,
          homeSupportId: HomeSupportId.safeParse(supportId()).data ?? null,
          emergency: isEmergency() ? { reason: emergency(), words: words().trim() } : null,
          concealed: concealed(),
        },
      }),
    {
      touches: () => [householdKey(householdId, 'shelter'), keys.placements],
      onDone: () => {
        showToast({ text: t('shelter.asked') });
        props.onClose();
      },
    },
  );
  const wordless = () => isEmergency() && words().trim().length < 3;
  const submit = () => {
    setAsked(true);
    const [from, why] = [day(), cause()];
    if (from && why && who().length > 0 && !wordless()) void request.run(from, why);
  };
  const pregnant = () =>
    here().some(
      ({ id: member, pregnancy }) => who().includes(member) && pregnancy !== null && pregnancy.ended === null,
    );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.askTitle')}
      description={t('shelter.askExplain')}
      act={t('shelter.ask')}
      action={request}
      onSubmit={submit}
    >
      <Field
        group
        label={t('shelter.who')}
        error={
          asked() && who().length === 0 ? t('fields.missing') : fieldWords(t, request.problemAt('memberIds'))
        }
      >
        <For each={here()}>
          {(member) => (
            <Checkbox
              checked={who().includes(member.id)}
              label={<bdi>{member.name}</bdi>}
              onValue={(checked) =>
                setWho((now) => (checked ? [...now, member.id] : now.filter((one) => one !== member.id)))
              }
            />
          )}
        </For>
      </Field>
      <Show when={pregnant()}>
        <Field label={t('shelter.expectedChildren')} error={fieldWords(t, request.problemAt('expected'))}>
          <Select
            value={expected()}
            options={['0', '1', '2', '3'].map((value) => ({ value, label: value }))}
            onValue={setExpected}
          />
        </Field>
      </Show>
      <div class="pair">
        <Field
          label={t('shelter.causeLabel')}
          error={asked() && !cause() ? t('fields.missing') : undefined}
          required
        >
          <Select
            value={cause() ?? ''}
            placeholder="…"
            options={PlacementCause.options.map((value) => ({ value, label: t(`shelter.cause.${value}`) }))}
            onValue={setCause}
          />
        </Field>
        <Field label={t('shelter.urgencyLabel')}>
          <Select
            value={urgency()}
            options={PlacementUrgency.options.map((value) => ({
              value,
              label: t(`shelter.urgency.${value}`),
            }))}
            onValue={setUrgency}
          />
        </Field>
      </div>
      <Field
        label={t('shelter.wantedFrom')}
        error={asked() && !day() ? t('fields.date') : fieldWords(t, request.problemAt('wantedFrom'))}
        required
      >
        <DateInput value={wantedFrom()} min={room.today()} onValue={setWantedFrom} />
      </Field>
      <Field label={t('shelter.tried')} error={fieldWords(t, request.problemAt('homeSupportId'))}>
        <Select
          value={supportId()}
          options={[
            ...tried().map((support) => ({
              value: support.id as string,
              label: joined(t, [t(`shelter.support.${support.kind}`), support.by.name]),
            })),
            { value: 'none', label: t('shelter.noneTried') },
          ]}
          onValue={setSupportId}
        />
      </Field>
      <Show when={isEmergency()}>
        <Field label={t('shelter.emergencyLabel')}>
          <Select
            value={emergency()}
            options={EmergencyReason.options.map((value) => ({
              value,
              label: t(`shelter.emergency.${value}`),
            }))}
            onValue={setEmergency}
          />
        </Field>
        <Field
          label={t('shelter.emergencyWords')}
          error={asked() && wordless() ? t('fields.reasonMissing') : undefined}
          required
        >
          <TextArea rows={2} value={words()} maxlength={500} onValue={setWords} />
        </Field>
      </Show>
      <Checkbox checked={concealed()} label={t('shelter.atHerWish')} onValue={setConcealed} />
    </ActionDialog>
  );
}
