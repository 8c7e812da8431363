/** Changing what is written about a training, with its materials: a title each, and where it lies. */
import { createSignal, Index, type JSX } from 'solid-js';
import IconX from '~icons/lucide/x';
import type { Instant } from '../../../shared/dates.ts';
import { type Training, trainingEndpoints } from '../../../shared/records/trainings.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { romeClock, romeInstant } from '../conferences/rome-instant.ts';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { wholeOf } from './lines.ts';

type Material = { readonly title: string; readonly link: string };

export function ChangeTrainingDialog(props: { training: Training; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const before = props.training;
  const began = romeClock(before.startsAt);
  const [title, setTitle] = createSignal(before.title);
  const [trainer, setTrainer] = createSignal(before.trainer);
  const [day, setDay] = createSignal(began.day);
  const [hour, setHour] = createSignal(began.hour);
  const [hours, setHours] = createSignal(String(before.hours));
  const [place, setPlace] = createSignal(before.place);
  const [materials, setMaterials] = createSignal<readonly Material[]>(
    before.materials.map((one) => ({ title: one.title, link: one.link ?? '' })),
  );
  const [asked, setAsked] = createSignal(false);
  const save = createAction(
    (startsAt: Instant) =>
      call(trainingEndpoints.change, {
        params: { trainingId: before.id },
        body: {
          title: title(),
          trainer: trainer(),
          startsAt,
          hours: wholeOf(hours()),
          bodyId: place()?.id ?? null,
          materials: materials().map((one) => ({ title: one.title, link: one.link.trim() || null })),
          version: before.version,
        },
      }),
    {
      touches: () => [keys.trainings],
      onDone: () => {
        showToast({ text: t('keep.training.saved') });
        props.onClose();
      },
    },
  );
  const startsAt = () => romeInstant(day(), hour());
  const problem = (path: string) => fieldWords(t, save.problemAt(path));
  const change = (at: number, part: Partial<Material>) =>
    setMaterials(materials().map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('keep.training.change')}
      act={t('ui.save')}
      action={save}
      onSubmit={() => {
        setAsked(true);
        const at = startsAt();
        if (at) void save.run(at);
      }}
    >
      <Field label={t('territory.training.topic')} error={problem('title')} required>
        <TextInput dir="auto" value={title()} onValue={setTitle} />
      </Field>
      <div class="pair">
        <Field label={t('territory.training.trainer')} error={problem('trainer')} required>
          <TextInput dir="auto" value={trainer()} onValue={setTrainer} />
        </Field>
        <Field label={t('territory.space.body')} error={problem('bodyId')} optional>
          <BodyPicker value={place()} onValue={setPlace} />
        </Field>
      </div>
      <div class="pair">
        <Field
          label={t('territory.init.day')}
          error={asked() && !startsAt() ? t('fields.date') : problem('startsAt')}
          required
        >
          <DateInput value={day()} onValue={setDay} />
        </Field>
        <Field label={t('territory.init.hour')} required>
          <TextInput type="time" value={hour()} onValue={setHour} />
        </Field>
        <Field label={t('territory.training.length')} error={problem('hours')} required>
          <TextInput type="number" min="0.5" step="0.5" value={hours()} onValue={setHours} />
        </Field>
      </div>
      <Field label={t('keep.training.materials')} optional group>
        <Index each={materials()}>
          {(material, at) => (
            <div class="keep-row">
              <div class="pair">
                <Field label={t('keep.training.material')} error={problem(`materials.${at}.title`)} required>
                  <TextInput
                    dir="auto"
                    value={material().title}
                    onValue={(text) => change(at, { title: text })}
                  />
                </Field>
                <Field
                  label={t('keep.training.link')}
                  hint="https://…"
                  error={problem(`materials.${at}.link`)}
                  optional
                >
                  <TextInput dir="ltr" value={material().link} onValue={(link) => change(at, { link })} />
                </Field>
              </div>
              <IconButton
                label={`${t('ui.clear')}: ${material().title}`}
                onClick={() => setMaterials(materials().filter((_, index) => index !== at))}
              >
                <IconX class="i i-s" aria-hidden="true" />
              </IconButton>
            </div>
          )}
        </Index>
        <div class="item-a">
          <Button small onClick={() => setMaterials([...materials(), { title: '', link: '' }])}>
            {t('keep.training.addMaterial')}
          </Button>
        </div>
      </Field>
    </ActionDialog>
  );
}
