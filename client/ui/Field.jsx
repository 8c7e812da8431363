/**
 * A label, the control, its hint and what is wrong with it, tied together for eyes and for assistive technology.
 * The control inside takes its wiring from the context, so a page writes only
 * `<Field label="…" error={…}><TextInput value={…} onValue={…} /></Field>`.
 */
import './Field.css';
import { createContext, createUniqueId, Show, useContext } from 'solid-js';
import IconAlert from '~icons/lucide/triangle-alert';
import { useMessages } from '../messages/messages.tsx';
const FieldContext = createContext();
/** The wiring of the field around a control, if there is one. */
export const useField = () => useContext(FieldContext);
export function Field(props) {
    const id = createUniqueId();
    const hintId = `${id}-hint`;
    const errorId = `${id}-error`;
    const wiring = {
        id,
        labelId: `${id}-label`,
        describedBy: () => [props.error && errorId, props.hint && hintId].filter(Boolean).join(' ') || undefined,
        invalid: () => Boolean(props.error),
        required: () => props.required ?? false,
    };
    return (<FieldContext.Provider value={wiring}>
      <Show when={props.group} fallback={<LabelledControl {...props} wiring={wiring}/>}>
        <fieldset class={`field ${props.class ?? ''}`} aria-describedby={wiring.describedBy()}>
          <legend id={wiring.labelId}>
            <LabelText {...props}/>
          </legend>
          <FieldBody {...props} hintId={hintId} errorId={errorId}/>
        </fieldset>
      </Show>
    </FieldContext.Provider>);
}
function LabelledControl(props) {
    return (<div class={`field ${props.class ?? ''}`}>
      <label id={props.wiring.labelId} for={props.wiring.id}>
        <LabelText {...props}/>
      </label>
      <FieldBody {...props} hintId={`${props.wiring.id}-hint`} errorId={`${props.wiring.id}-error`}/>
    </div>);
}
function LabelText(props) {
    const { t } = useMessages();
    return (<>
      {props.label}
      <Show when={props.optional}>
        <span class="opt-note">{t('ui.optional')}</span>
      </Show>
    </>);
}
function FieldBody(props) {
    return (<>
      {props.children}
      <Show when={props.error}>
        <p class="err" id={props.errorId} role="alert">
          <IconAlert class="i i-s" aria-hidden="true"/>
          <span>{props.error}</span>
        </p>
      </Show>
      <Show when={props.hint}>
        <p class="hint" id={props.hintId}>
          {props.hint}
        </p>
      </Show>
    </>);
}
