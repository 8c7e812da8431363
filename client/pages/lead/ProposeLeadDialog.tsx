/** Proposing the regia: one of the public services that may hold it, a named person in it, and why. */
import { createSignal, type JSX, Show } from 'solid-js';
import { type BodyId, LeadProposalId, newId, type PersonId } from '../../../shared/ids.ts';
import { leadEndpoints } from '../../../shared/records/lead.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, householdKey, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Combobox, type ComboboxOption } from '../../ui/Combobox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

export function ProposeLeadDialog(props: {
  open: boolean;
  onClose: () => void;
  onMade?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [id, setId] = createSignal(newId(LeadProposalId));
  const [body, setBody] = createSignal<ComboboxOption | null>(null);
  const [personId, setPersonId] = createSignal<string>();
  const [tried, setTried] = createSignal(false);
  const read = createRead(leadEndpoints.candidates, () => ({
    key: householdKey(room.household().id, 'lead', 'candidates'),
    input: { params: { householdId: room.household().id } },
    enabled: props.open,
  }));
  const candidates = () => read.value()?.candidates ?? [];
  const chosen = () => candidates().find((candidate) => candidate.body.id === body()?.id);
  const person = () => chosen()?.people.find((one) => one.id === personId()) ?? chosen()?.people[0];
  /** Whoever types before the list has come waits for it: else a service that is there would be called unknown. */
  const listed = async () => {
    const known = read.value();
    if (known) return known.candidates;
    const answer = await call(leadEndpoints.candidates, { params: { householdId: room.household().id } });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.candidates;
  };
  const search = async (query: string): Promise<readonly ComboboxOption[]> =>
    (await listed())
      .map((candidate) => candidate.body)
      .filter((one) => one.name.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()))
      .map((one) => ({
        id: one.id,
        name: one.name,
        note: t(`functions.bodyKind.${one.kind}`),
        sector: one.sector,
      }));
  const propose = createAction(
    (bodyId: BodyId, named: PersonId, reason: string) =>
      call(leadEndpoints.propose, {
        params: { householdId: room.household().id },
        body: { id: id(), bodyId, personId: named, reason },
      }),
    {
      touches: () => [everythingOfHousehold(room.household().id), keys.households],
      onDone: () => {
        showToast({ text: t('lead.proposed') });
        props.onMade?.();
        setId(newId(LeadProposalId));
        setBody(null);
        setTried(false);
      },
    },
  );
  const run = async (reason: string) => {
    setTried(true);
    const [to, named] = [chosen()?.body, person()];
    return to && named ? propose.run(to.id, named.id, reason) : false;
  };
  return (
    <ReasonDialog
      open={props.open}
      onClose={props.onClose}
      title={room.household().lead ? t('lead.passOn') : t('lead.propose')}
      description={room.household().lead ? t('lead.proposeExplain') : t('lead.explain')}
      act={t('lead.propose')}
      action={{ ...propose, run }}
    >
      <Field
        label={t('lead.service')}
        hint={read.value() && candidates().length === 0 ? t('lead.noCandidates') : undefined}
        error={tried() && !chosen() ? t('fields.body') : fieldWords(t, propose.problemAt('bodyId'))}
        required
      >
        <Combobox value={body()} onValue={setBody} search={search} placeholder={t('directory.findBody')} />
      </Field>
      <Show when={chosen()}>
        {(candidate) => (
          <Field
            label={t('lead.person')}
            error={
              candidate().people.length === 0
                ? t('lead.noPeople')
                : fieldWords(t, propose.problemAt('personId'))
            }
            required
          >
            <Select
              value={person()?.id ?? ''}
              options={candidate().people.map((one) => ({
                value: one.id as string,
                label: joined(t, [one.name, one.title]),
              }))}
              onValue={setPersonId}
            />
          </Field>
        )}
      </Show>
    </ReasonDialog>
  );
}
