/** The controls that go inside a Field. Native elements throughout: the browser knows their keyboard and their voice. */
import { createUniqueId, For, Show, splitProps } from 'solid-js';
import { useField } from './Field.tsx';
/** Reactive attributes from the Field around, to spread on a native control. */
function createWiring() {
    const field = useField();
    return {
        id: field?.id,
        get 'aria-describedby'() {
            return field?.describedBy();
        },
        get 'aria-invalid'() {
            return field?.invalid() ? 'true' : undefined;
        },
        get required() {
            return field?.required() || undefined;
        },
    };
}
export function TextInput(props) {
    const [mine, rest] = splitProps(props, ['onValue', 'class']);
    return (<input type="text" {...createWiring()} onInput={(event) => mine.onValue?.(event.currentTarget.value)} {...rest} class={`in ${mine.class ?? ''}`}/>);
}
/** Grows with what is written; `rows` is its least height. */
export function TextArea(props) {
    const [mine, rest] = splitProps(props, ['onValue', 'class', 'rows']);
    return (<textarea dir="auto" {...createWiring()} onInput={(event) => mine.onValue?.(event.currentTarget.value)} {...rest} rows={mine.rows ?? 2} style={{ '--lines': mine.rows ?? 2 }} class={`in ${mine.class ?? ''}`}/>);
}
/** A day, as the API writes it: `2026-11-21`, or an empty string. */
export function DateInput(props) {
    return <TextInput {...props} type="date"/>;
}
export function Select(props) {
    const [mine, rest] = splitProps(props, ['options', 'placeholder', 'onValue', 'class', 'value']);
    const choose = (value) => {
        const option = mine.options.find((candidate) => candidate.value === value);
        if (option)
            mine.onValue(option.value);
    };
    return (<select {...createWiring()} {...rest} class={`in ${mine.class ?? ''}`} onChange={(event) => choose(event.currentTarget.value)}>
      <Show when={mine.placeholder}>
        <option value="" selected={mine.value === ''} disabled={mine.value !== ''}>
          {mine.placeholder}
        </option>
      </Show>
      <For each={mine.options}>
        {(option) => (<option value={option.value} selected={option.value === mine.value} disabled={option.disabled}>
            {option.label}
          </option>)}
      </For>
    </select>);
}
/** One choice of a few, each with an optional note. Put it in a `<Field group …>`, which names it. */
export function RadioGroup(props) {
    const name = createUniqueId();
    return (<div class="opts">
      <For each={props.options}>
        {(option) => (<label class="opt">
            <input type="radio" name={name} value={option.value} checked={option.value === props.value} disabled={option.disabled} onChange={() => props.onValue(option.value)}/>
            <span>{option.label}</span>
            <Show when={option.note}>
              <small>{option.note}</small>
            </Show>
          </label>)}
      </For>
    </div>);
}
/** A yes or no that stands by itself, with its own label: it needs no Field. */
export function Checkbox(props) {
    return (<label class="opt">
      <input type="checkbox" checked={props.checked} disabled={props.disabled} onChange={(event) => props.onValue(event.currentTarget.checked)}/>
      <span>{props.label}</span>
      <Show when={props.note}>
        <small>{props.note}</small>
      </Show>
    </label>);
}
