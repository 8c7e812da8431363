/** Writing down or changing a community pact (C9). A body that has signed stays in it. */
import { createSignal, type JSX } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { CommunityPactId, newId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import {
  type CommunityPact,
  type CommunityPactDraft,
  communityPactEndpoints,
} from '../../../shared/records/community-pacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodiesField } from './BodiesField.tsx';
import { linesOf } from './lines.ts';
import { VolunteersField, volunteersLine, volunteersOf } from './VolunteersField.tsx';

export function PactDialog(props: { pact: CommunityPact | null; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const before = props.pact;
  const id = before?.id ?? newId(CommunityPactId);
  const [name, setName] = createSignal(before?.name ?? '');
  const [area, setArea] = createSignal(before?.area ?? '');
  const [from, setFrom] = createSignal<string>(before?.startsOn ?? '');
  const [to, setTo] = createSignal<string>(before?.endsOn ?? '');
  const [bodies, setBodies] = createSignal<readonly BodyBrief[]>(
    before?.bodies.map(({ body }) => body) ?? [],
  );
  const [interventions, setInterventions] = createSignal(before?.interventions.join('\n') ?? '');
  const [publicLink, setPublicLink] = createSignal(before?.publicLink ?? '');
  const [groups, setGroups] = createSignal(before?.volunteers.map(volunteersLine) ?? []);
  const [asked, setAsked] = createSignal(false);
  const save = createAction(
    (written: Omit<CommunityPactDraft, 'id'>) =>
      before
        ? call(communityPactEndpoints.change, {
            params: { communityPactId: id },
            body: { ...written, version: before.version },
          })
        : call(communityPactEndpoints.write, { body: { ...written, id } }),
    {
      touches: () => [keys.communityPacts],
      onDone: () => {
        showToast({ text: t('keep.pact.saved') });
        props.onClose();
      },
    },
  );
  const day = (text: string) => Day.safeParse(text).data;
  const submit = () => {
    setAsked(true);
    const [startsOn, endsOn] = [day(from()), day(to())];
    if (!startsOn || !endsOn || bodies().length < 2 || linesOf(interventions()).length === 0) return;
    void save.run({
      name: name(),
      area: area(),
      startsOn,
      endsOn,
      bodyIds: bodies().map((body) => body.id),
      volunteers: groups().map(volunteersOf),
      interventions: linesOf(interventions()),
      publicLink: publicLink(),
    });
  };
  const problem = (path: string) =>
    fieldWords(
      t,
      save.problemAt(path) ?? save.refusal()?.fields.find((one) => one.path.startsWith(`${path}.`)),
    );
  const noDate = (text: string) => (asked() && !day(text) ? t('fields.date') : undefined);
  const signed = (body: BodyBrief) =>
    before?.bodies.some((one) => one.body.id === body.id && one.signedOn !== null)
      ? t('keep.pact.hasSigned')
      : undefined;
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t(before ? 'keep.pact.change' : 'keep.pact.write')}
      description={t('keep.noCases')}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <div class="pair">
        <Field label={t('keep.name')} error={problem('name')} required>
          <TextInput dir="auto" value={name()} onValue={setName} />
        </Field>
        <Field label={t('keep.pact.area')} error={problem('area')} required>
          <TextInput dir="auto" value={area()} onValue={setArea} />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('keep.from')} error={noDate(from()) ?? problem('startsOn')} required>
          <DateInput value={from()} onValue={setFrom} />
        </Field>
        <Field label={t('keep.until')} error={noDate(to()) ?? problem('endsOn')} required>
          <DateInput value={to()} onValue={setTo} />
        </Field>
      </div>
      <Field
        label={t('territory.pact.bodies')}
        hint={t('keep.twoBodies')}
        error={asked() && bodies().length < 2 ? t('keep.twoBodies') : problem('bodyIds')}
        required
        group
      >
        <BodiesField value={bodies()} onValue={setBodies} fixed={signed} />
      </Field>
      <Field
        label={t('territory.pact.together')}
        hint={t('keep.onePerLine')}
        error={
          asked() && linesOf(interventions()).length === 0 ? t('fields.missing') : problem('interventions')
        }
        required
      >
        <TextArea rows={3} dir="auto" value={interventions()} onValue={setInterventions} />
      </Field>
      <Field label={t('territory.pact.volunteers')} optional group>
        <VolunteersField
          value={groups()}
          onValue={(lines) => setGroups([...lines])}
          bodies={bodies()}
          problem={problem}
        />
      </Field>
      <Field
        label={t('territory.pact.public')}
        hint={t('keep.pact.publicHint')}
        error={problem('publicLink')}
        optional
      >
        <TextArea rows={2} dir="auto" value={publicLink()} onValue={setPublicLink} />
      </Field>
    </ActionDialog>
  );
}
