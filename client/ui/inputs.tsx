/** The controls that go inside a Field. Native elements throughout: the browser knows their keyboard and their voice. */
import { createUniqueId, For, type JSX, Show, splitProps } from 'solid-js';
import { useField } from './Field.tsx';

type Wired = {
  id: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  required: boolean | undefined;
};

/** Reactive attributes from the Field around, to spread on a native control. */
function createWiring(): Wired {
  const field = useField();
  return {
    id: field?.id,
    get 'aria-describedby'() {
      return field?.describedBy();
    },
    get 'aria-invalid'() {
      return field?.invalid() ? ('true' as const) : undefined;
    },
    get required() {
      return field?.required() || undefined;
    },
  };
}

type OnValue<T extends string = string> = {
  /** The new text, at each change. */
  onValue?: ((value: T) => void) | undefined;
};

export type TextInputProps = JSX.InputHTMLAttributes<HTMLInputElement> & OnValue;

export function TextInput(props: TextInputProps): JSX.Element {
  const [mine, rest] = splitProps(props, ['onValue', 'class']);
  return (
    <input
      type="text"
      {...createWiring()}
      onInput={(event) => mine.onValue?.(event.currentTarget.value)}
      {...rest}
      class={`in ${mine.class ?? ''}`}
    />
  );
}

export type TextAreaProps = JSX.TextareaHTMLAttributes<HTMLTextAreaElement> & OnValue;

/** Grows with what is written; `rows` is its least height. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const [mine, rest] = splitProps(props, ['onValue', 'class', 'rows']);
  return (
    <textarea
      dir="auto"
      {...createWiring()}
      onInput={(event) => mine.onValue?.(event.currentTarget.value)}
      {...rest}
      rows={mine.rows ?? 2}
      style={{ '--lines': mine.rows ?? 2 }}
      class={`in ${mine.class ?? ''}`}
    />
  );
}

/** A day, as the API writes it: `2026-11-21`, or an empty string. */
export function DateInput(props: TextInputProps): JSX.Element {
  return <TextInput {...props} type="date" />;
}

/** One file of this machine, of the kinds that `accept` names. */
export function FileInput(props: {
  accept: string;
  onFile: (file: File | undefined) => void;
  'aria-label'?: string | undefined;
}): JSX.Element {
  return (
    <input
      type="file"
      {...createWiring()}
      class="in"
      aria-label={props['aria-label']}
      accept={props.accept}
      onChange={(event) => props.onFile(event.currentTarget.files?.[0])}
    />
  );
}

export type Option<T extends string = string> = {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
  readonly disabled?: boolean;
};

export type SelectProps<T extends string> = Omit<
  JSX.SelectHTMLAttributes<HTMLSelectElement>,
  'value' | 'children'
> & {
  value: T | '';
  options: readonly Option<T>[];
  /** Shown first, with an empty value, when nothing is chosen yet. */
  placeholder?: string | undefined;
  onValue: (value: T) => void;
};

export function Select<T extends string>(props: SelectProps<T>): JSX.Element {
  const [mine, rest] = splitProps(props, ['options', 'placeholder', 'onValue', 'class', 'value']);
  const choose = (value: string) => {
    const option = mine.options.find((candidate) => candidate.value === value);
    if (option) mine.onValue(option.value);
  };
  return (
    <select
      {...createWiring()}
      {...rest}
      class={`in ${mine.class ?? ''}`}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <Show when={mine.placeholder}>
        <option value="" selected={mine.value === ''} disabled={mine.value !== ''}>
          {mine.placeholder}
        </option>
      </Show>
      <For each={mine.options}>
        {(option) => (
          <option value={option.value} selected={option.value === mine.value} disabled={option.disabled}>
            {option.label}
          </option>
        )}
      </For>
    </select>
  );
}

export type RadioGroupProps<T extends string> = {
  value: T | '';
  options: readonly Option<T>[];
  onValue: (value: T) => void;
  /** Short options that are steps of one scale: they stand in a row. */
  scale?: boolean | undefined;
};

/** One choice of a few, each with an optional note. Put it in a `<Field group …>`, which names it. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>): JSX.Element {
  const name = createUniqueId();
  return (
    <div class="opts" data-scale={props.scale ? '' : undefined}>
      <For each={props.options}>
        {(option) => (
          <label class="opt">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              disabled={option.disabled}
              onChange={() => props.onValue(option.value)}
            />
            <span>{option.label}</span>
            <Show when={option.note}>
              <small>{option.note}</small>
            </Show>
          </label>
        )}
      </For>
    </div>
  );
}

export type CheckboxProps = {
  checked: boolean;
  label: JSX.Element;
  note?: JSX.Element;
  disabled?: boolean | undefined;
  onValue: (checked: boolean) => void;
};

/** A yes or no that stands by itself, with its own label: it needs no Field. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  return (
    <label class="opt">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onValue(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
      <Show when={props.note}>
        <small>{props.note}</small>
      </Show>
    </label>
  );
}
