/** A text with what changed in it: in one column, or the two moments beside each other where there is room. */
import { createMemo, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { type LineChange, wordChanges } from '../../editor/history/compare.ts';
import type { Line, Run } from '../../editor/history/lines.ts';
import type { Piece } from '../../editor/history/word-difference.ts';
import { useMessages } from '../../messages/messages.tsx';

export type TextChangesProps = {
  changes: readonly LineChange[];
  /** What the two moments are called, where they stand beside each other. */
  beside: readonly [before: string, after: string] | undefined;
  onlyChanges: boolean;
  /** Beside a block: what one may do with it. */
  act?: ((change: LineChange) => JSX.Element) | undefined;
};

const signs = {
  added: '+',
  removed: '−',
  changed: '≠',
  'moved-away': '↑',
  'moved-here': '↓',
  same: '',
} as const;

export function TextChanges(props: TextChangesProps): JSX.Element {
  const { t } = useMessages();
  const rows = createMemo(() => (props.onlyChanges ? withoutSame(props.changes) : props.changes));
  return (
    <div class="hc" data-beside={props.beside ? '' : undefined}>
      <Show when={props.beside}>
        {(names) => (
          <div class="hc-names">
            <div>
              <span>{names()[0]}</span>
              <span>{names()[1]}</span>
            </div>
          </div>
        )}
      </Show>
      <For each={rows()}>
        {(change) => (
          <div class="hc-row" data-change={change.kind}>
            <span
              class="hc-mark"
              aria-hidden="true"
              title={change.kind === 'same' ? undefined : t(`versions.mark.${change.kind}`)}
            >
              {signs[change.kind]}
            </span>
            <div class="hc-lines">
              <Show when={change.kind !== 'same' && change}>
                {(differing) => <span class="sr">{t(`versions.mark.${markOf(differing())}`)}</span>}
              </Show>
              <Show when={props.beside} fallback={<InOne change={change} />}>
                <Beside change={change} />
              </Show>
            </div>
            <div class="hc-act">{props.act?.(change)}</div>
          </div>
        )}
      </For>
    </div>
  );
}

const markOf = ({ kind }: LineChange) => (kind === 'same' ? 'changed' : kind);

function InOne(props: { change: LineChange }): JSX.Element {
  const change = props.change;
  switch (change.kind) {
    case 'same':
      return <LineWords line={change.after} pieces={allSame(change.after)} />;
    case 'changed':
      return (
        <LineWords
          line={change.after}
          was={change.before}
          pieces={wordChanges(change.before, change.after)}
        />
      );
    case 'added':
    case 'moved-here':
      return <LineWords line={change.after} pieces={whole('added', change.after)} />;
    default:
      return <LineWords line={change.before} pieces={whole('removed', change.before)} />;
  }
}

function Beside(props: { change: LineChange }): JSX.Element {
  const change = props.change;
  const pieces = change.kind === 'changed' ? wordChanges(change.before, change.after) : [];
  const without = (kind: Piece<Run>['kind']) => pieces.filter((piece) => piece.kind !== kind);
  const sides = (): [JSX.Element, JSX.Element] => {
    switch (change.kind) {
      case 'same':
        return [
          <LineWords line={change.before} pieces={allSame(change.before)} />,
          <LineWords line={change.after} pieces={allSame(change.after)} />,
        ];
      case 'changed':
        return [
          <LineWords line={change.before} pieces={without('added')} />,
          <LineWords line={change.after} pieces={without('removed')} />,
        ];
      case 'added':
      case 'moved-here':
        return [null, <LineWords line={change.after} pieces={whole('added', change.after)} />];
      default:
        return [<LineWords line={change.before} pieces={whole('removed', change.before)} />, null];
    }
  };
  const [before, after] = sides();
  return (
    <>
      <div class="hc-side">{before}</div>
      <div class="hc-side">{after}</div>
    </>
  );
}

const allSame = ({ runs }: Line): Piece<Run>[] => [{ kind: 'same', parts: runs }];
const whole = (kind: Piece<Run>['kind'], { runs }: Line): Piece<Run>[] => [{ kind, parts: runs }];

/** The direction is the words' own: what the screen adds is set apart, for `auto` reads the first letter that isn't. */
function LineWords(props: { line: Line; was?: Line; pieces: readonly Piece<Run>[] }): JSX.Element {
  const { t } = useMessages();
  const line = props.line;
  const name = () => {
    if (line.kind === 'goal') return t('plan.insert.goal');
    if (line.kind === 'voice') return t('plan.insert.voice');
    if (line.kind === 'decision') return t('minutes.decision');
    return line.kind === 'dissent' ? t('plan.insert.dissent') : undefined;
  };
  return (
    <Dynamic
      component={line.kind === 'heading' ? (line.level === 2 ? 'h3' : 'h4') : 'div'}
      class="hc-line"
      data-kind={line.kind}
      data-level={line.kind === 'heading' ? line.level : undefined}
      data-quoted={line.quoted ? '' : undefined}
      style={{ '--depth': line.depth }}
      dir={line.dir ?? 'auto'}
      lang={line.lang ?? 'it'}
    >
      <Show when={name()}>
        {(kind) => (
          <span class="hc-kind">
            <bdi>{kind()}</bdi>
          </span>
        )}
      </Show>
      <Show when={line.number !== undefined}>
        <span class="hc-bullet">{line.number === 0 ? '•' : `${line.number}.`}</span>
      </Show>
      <Show when={line.original !== line.text && line.original}>
        <span class="hc-original" dir="auto">
          {line.original}
        </span>
      </Show>
      <For each={props.pieces}>{(piece) => <PieceWords piece={piece} />}</For>
    </Dynamic>
  );
}

function PieceWords(props: { piece: Piece<Run> }): JSX.Element {
  const { t } = useMessages();
  const runs = () => <For each={props.piece.parts}>{(run) => <RunWords run={run} />}</For>;
  const { kind } = props.piece;
  if (kind === 'same') return runs();
  return kind === 'added' ? (
    <ins>
      <bdi class="sr">{t('versions.word.added')}</bdi>
      {runs()}
    </ins>
  ) : (
    <del>
      <bdi class="sr">{t('versions.word.removed')}</bdi>
      {runs()}
    </del>
  );
}

function RunWords(props: { run: Run }): JSX.Element {
  const { text, bold, italic, href, chip } = props.run;
  if (chip) return <span class="hc-chip">{chip.label}</span>;
  const plain = href ? <u>{text}</u> : text;
  const slanted = italic ? <em>{plain}</em> : plain;
  return bold ? <strong>{slanted}</strong> : slanted;
}

/** What changed, under the headings it stands under. */
function withoutSame(changes: readonly LineChange[]): LineChange[] {
  const kept: LineChange[] = [];
  let heading: LineChange | undefined;
  for (const change of changes) {
    if (change.kind !== 'same') {
      if (heading) kept.push(heading);
      heading = undefined;
      kept.push(change);
    } else if (change.after.kind === 'heading') heading = change;
  }
  return kept;
}
