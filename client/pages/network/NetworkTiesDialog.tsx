/** The territorial network of a Casa: who is in it and as what; added here, ended here (C10). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import {
  type NetworkTie,
  type Partner,
  partnerEndpoints,
  TieKind,
} from '../../../shared/records/partners.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords, RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select } from '../../ui/inputs.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { createToday } from '../today-day.ts';

export type NetworkTiesDialogProps = {
  casa: BodyBrief;
  ties: readonly NetworkTie[];
  partners: readonly Partner[];
  onClose: () => void;
};

export function NetworkTiesDialog(props: NetworkTiesDialogProps): JSX.Element {
  const { t, formats } = useMessages();
  const announce = useAnnounce();
  const today = createToday();
  const [body, setBody] = createSignal<BodyBrief | null>(null);
  const [kind, setKind] = createSignal<TieKind>('runs_together');
  const [since, setSince] = createSignal<string>(today());
  const [asked, setAsked] = createSignal(false);
  const [leaving, setLeaving] = createSignal<BodyId>();
  const touches = () => [keys.partners];
  const add = createAction(
    (bodyId: BodyId, from: Day) =>
      call(partnerEndpoints.tie, {
        params: { casaId: props.casa.id, bodyId },
        body: { kind: kind(), since: from },
      }),
    {
      touches,
      onDone: () => {
        announce(t('keep.tie.added', { name: body()?.name ?? '' }));
        setBody(null);
        setAsked(false);
      },
    },
  );
  const end = createAction(
    (bodyId: BodyId) => call(partnerEndpoints.untie, { params: { casaId: props.casa.id, bodyId } }),
    {
      touches,
      onDone: () => {
        announce(t('keep.tie.ended'));
        setLeaving(undefined);
      },
    },
  );
  const day = () => Day.safeParse(since()).data;
  const submit = () => {
    setAsked(true);
    const [chosen, from] = [body(), day()];
    if (chosen && from) void add.run(chosen.id, from);
  };
  const members = () =>
    props.ties
      .filter(({ casaId }) => casaId === props.casa.id)
      .flatMap((tie) => {
        const name = props.partners.find((partner) => partner.body.id === tie.bodyId)?.body.name;
        return name === undefined ? [] : [{ ...tie, name }];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Dialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('keep.tie.title')}
      description={<bdi>{props.casa.name}</bdi>}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.close')}</Button>
          <Button type="submit" kind="primary" busy={add.busy()}>
            {t('keep.tie.add')}
          </Button>
        </>
      }
    >
      <Field
        label={t('keep.tie.which')}
        hint={t('keep.tie.hint')}
        error={fieldWords(t, add.problemAt('bodyId')) ?? (asked() && !body() ? t('fields.body') : undefined)}
        required
      >
        <BodyPicker value={body()} onValue={setBody} />
      </Field>
      <div class="pair">
        <Field label={t('keep.tie.does')}>
          <Select
            value={kind()}
            options={TieKind.options.map((value) => ({ value, label: t(`territory.tie.${value}`) }))}
            onValue={setKind}
          />
        </Field>
        <Field
          label={t('keep.since')}
          error={asked() && !day() ? t('fields.date') : fieldWords(t, add.problemAt('since'))}
          required
        >
          <DateInput value={since()} onValue={setSince} />
        </Field>
      </div>
      <Show when={add.refusal() ?? end.refusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
      <h3>{t('territory.map.networkCount', { count: members().length })}</h3>
      <ul class="keep-list">
        <For each={members()}>
          {(tie) => (
            <li class="line">
              <span class="person-t">
                <span dir="auto">{tie.name}</span>
                <small>
                  {t(`territory.tie.${tie.kind}`)} · {t('keep.tie.since', { day: formats().date(tie.since) })}
                </small>
              </span>
              <span class="end">
                <Show
                  when={leaving() === tie.bodyId}
                  fallback={
                    <Button
                      small
                      kind="quiet"
                      aria-label={t('keep.tie.endOf', { name: tie.name })}
                      onClick={() => setLeaving(tie.bodyId)}
                    >
                      {t('keep.tie.end')}
                    </Button>
                  }
                >
                  <Button small kind="alarm" busy={end.busy()} onClick={() => void end.run(tie.bodyId)}>
                    {t('keep.tie.endNow')}
                  </Button>
                  <Button small kind="quiet" onClick={() => setLeaving(undefined)}>
                    {t('ui.cancel')}
                  </Button>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}
