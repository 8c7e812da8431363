/**
 * A label, the control, its hint and what is wrong with it, tied together for eyes and for assistive technology.
 * The control inside takes its wiring from the context, so a page writes only
 * `<Field label="…" error={…}><TextInput value={…} onValue={…} /></Field>`.
 */
import './Field.css';
import { createContext, createUniqueId, type JSX, Show, useContext } from 'solid-js';
import IconAlert from '~icons/lucide/triangle-alert';
import { useMessages } from '../messages/messages.tsx';

export type FieldWiring = {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: () => string | undefined;
  readonly invalid: () => boolean;
  readonly required: () => boolean;
};

const FieldContext = createContext<FieldWiring>();

/** The wiring of the field around a control, if there is one. */
export const useField = (): FieldWiring | undefined => useContext(FieldContext);

export type FieldProps = {
  label: JSX.Element;
  /** Stays under the control, before anything is wrong. */
  hint?: JSX.Element;
  /** What is wrong and what one may do; takes the place beside the control at once. */
  error?: JSX.Element;
  required?: boolean | undefined;
  /** Says "optional" after the label. */
  optional?: boolean | undefined;
  /** Several controls under one name (radios): a fieldset instead of a label. */
  group?: boolean | undefined;
  class?: string | undefined;
  children: JSX.Element;
};

export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const wiring: FieldWiring = {
    id,
    labelId: `${id}-label`,
    describedBy: () => [props.error && errorId, props.hint && hintId].filter(Boolean).join(' ') || undefined,
    invalid: () => Boolean(props.error),
    required: () => props.required ?? false,
  };
  return (
    <FieldContext.Provider value={wiring}>
      <Show when={props.group} fallback={<LabelledControl {...props} wiring={wiring} />}>
        <fieldset class={`field ${props.class ?? ''}`} aria-describedby={wiring.describedBy()}>
          <legend id={wiring.labelId}>
            <LabelText {...props} />
          </legend>
          <FieldBody {...props} hintId={hintId} errorId={errorId} />
        </fieldset>
      </Show>
    </FieldContext.Provider>
  );
}

function LabelledControl(props: FieldProps & { wiring: FieldWiring }): JSX.Element {
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label id={props.wiring.labelId} for={props.wiring.id}>
        <LabelText {...props} />
      </label>
      <FieldBody {...props} hintId={`${props.wiring.id}-hint`} errorId={`${props.wiring.id}-error`} />
    </div>
  );
}

function LabelText(props: FieldProps): JSX.Element {
  const { t } = useMessages();
  return (
    <>
      {props.label}
      <Show when={props.optional}>
        <span class="opt-note">{t('ui.optional')}</span>
      </Show>
    </>
  );
}

function FieldBody(props: FieldProps & { hintId: string; errorId: string }): JSX.Element {
  return (
    <>
      {props.children}
      <Show when={props.error}>
        <p class="err" id={props.errorId} role="alert">
          <IconAlert class="i i-s" aria-hidden="true" />
          <span>{props.error}</span>
        </p>
      </Show>
      <Show when={props.hint}>
        <p class="hint" id={props.hintId}>
          {props.hint}
        </p>
      </Show>
    </>
  );
}
