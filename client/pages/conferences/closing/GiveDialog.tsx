/** The chair gives points of frozen minutes to somebody, to a body or to the family. */
import { createSignal, For, type JSX, Match, Switch } from 'solid-js';
import type { BodyBrief } from '../../../../shared/records/bodies.ts';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { excerptEndpoints, type GivenTo } from '../../../../shared/records/excerpts.ts';
import type { PersonBrief } from '../../../../shared/records/people.ts';
import { ActionDialog } from '../../../api/ActionDialog.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Checkbox, RadioGroup } from '../../../ui/inputs.tsx';
import { useToasts } from '../../../ui/Toast.tsx';
import { BodyPicker } from '../../directory/BodyPicker.tsx';
import { PersonPicker } from '../../directory/PersonPicker.tsx';
import { closingTouches, paramsOf } from './closing-read.ts';

const kinds = ['body', 'person', 'family'] as const;

export function GiveDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [kind, setKind] = createSignal<(typeof kinds)[number]>('body');
  const [person, setPerson] = createSignal<PersonBrief | null>(null);
  const [body, setBody] = createSignal<BodyBrief | null>(null);
  const [points, setPoints] = createSignal<readonly string[]>([]);
  const [asked, setAsked] = createSignal(false);
  const id = crypto.randomUUID();
  const to = (): GivenTo | null => {
    const [somebody, somewhere] = [person(), body()];
    if (kind() === 'family') return { kind: 'family' };
    if (kind() === 'person') return somebody && { kind: 'person', personId: somebody.id };
    return somewhere && { kind: 'body', bodyId: somewhere.id };
  };
  const give = createAction(
    (whom: GivenTo) =>
      call(excerptEndpoints.give, {
        params: paramsOf(props.conference),
        body: { id, to: whom, pointIds: [...points()] },
      }),
    {
      touches: () => closingTouches(props.conference),
      onDone: () => {
        showToast({ text: t('closing.givenToast') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const whom = to();
    if (whom && points().length > 0) void give.run(whom);
  };
  const toError = () =>
    asked() && to() === null
      ? t('refusals.required')
      : fieldWords(t, give.problemAt('to') ?? give.problemAt('to.bodyId'));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('closing.giveTitle')}
      description={t('closing.giveExplain')}
      act={t('closing.giveAct')}
      action={give}
      onSubmit={submit}
    >
      <Field label={t('closing.toWhom')} group>
        <RadioGroup
          value={kind()}
          options={kinds.map((value) => ({ value, label: t(`closing.to.${value}`) }))}
          onValue={setKind}
        />
      </Field>
      <Switch>
        <Match when={kind() === 'person'}>
          <Field label={t('closing.who')} error={toError()} required>
            <PersonPicker value={person()} onValue={setPerson} />
          </Field>
        </Match>
        <Match when={kind() === 'body'}>
          <Field label={t('closing.which')} hint={t('closing.bodyHint')} error={toError()} required>
            <BodyPicker value={body()} onValue={setBody} />
          </Field>
        </Match>
        <Match when={kind() === 'family' && toError()}>
          <p class="cl-bad">{toError()}</p>
        </Match>
      </Switch>
      <Field
        label={t('closing.whichPoints')}
        error={
          asked() && points().length === 0
            ? t('refusals.required')
            : fieldWords(t, give.problemAt('pointIds') ?? give.problemAt('pointIds.0'))
        }
        group
        required
      >
        <For each={props.conference.agenda}>
          {(point, index) => (
            <Checkbox
              checked={points().includes(point.id)}
              label={
                <>
                  {index() + 1}. <bdi>{point.title}</bdi>
                </>
              }
              onValue={(on) =>
                setPoints((before) =>
                  on ? [...before, point.id] : before.filter((each) => each !== point.id),
                )
              }
            />
          )}
        </For>
      </Field>
    </ActionDialog>
  );
}
