/** After how many nights or stays in 24 months a family is seen to live in structures (D6). */
import { createSignal, type JSX, Show } from 'solid-js';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import type { ChronicityRule } from '../../../shared/records/placements.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

export function ChronicityPart(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const [changing, setChanging] = createSignal(false);
  const read = createRead(placementEndpoints.rule, () => ({
    key: [...keys.structures, 'rule'],
    input: {},
  }));
  const mayChange = () => me().function === 'coordinator' || me().function === 'admin';
  return (
    <section class="sect narrow">
      <div class="sect-h">
        <h2>{t('keep.rule.title')}</h2>
        <Show when={mayChange() && read.value()}>
          <Button
            small
            aria-label={`${t('keep.change')}: ${t('keep.rule.title')}`}
            onClick={() => setChanging(true)}
          >
            {t('keep.change')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={2}>
        {(rule) => (
          <>
            <p class="words-p">{t('keep.rule.says', { nights: rule().nights, entries: rule().entries })}</p>
            <p class="muted">{t('keep.rule.explain')}</p>
            <Show when={changing()}>
              <RuleDialog rule={rule()} onClose={() => setChanging(false)} />
            </Show>
          </>
        )}
      </Answered>
    </section>
  );
}

function RuleDialog(props: { rule: ChronicityRule; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [nights, setNights] = createSignal(String(props.rule.nights));
  const [entries, setEntries] = createSignal(String(props.rule.entries));
  const save = createAction(
    () =>
      call(placementEndpoints.setRule, { body: { nights: Number(nights()), entries: Number(entries()) } }),
    {
      touches: () => [keys.structures, keys.placements],
      onDone: () => {
        showToast({ text: t('keep.rule.saved') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('keep.rule.title')}
      description={t('keep.rule.explain')}
      act={t('ui.save')}
      action={save}
      onSubmit={() => void save.run()}
    >
      <div class="pair">
        <Field
          label={t('keep.rule.nights')}
          hint={t('keep.rule.nightsHint')}
          error={fieldWords(t, save.problemAt('nights'))}
          required
        >
          <TextInput inputmode="numeric" value={nights()} onValue={setNights} />
        </Field>
        <Field
          label={t('keep.rule.entries')}
          hint={t('keep.rule.entriesHint')}
          error={fieldWords(t, save.problemAt('entries'))}
          required
        >
          <TextInput inputmode="numeric" value={entries()} onValue={setEntries} />
        </Field>
      </div>
    </ActionDialog>
  );
}
