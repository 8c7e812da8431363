/**
 * The margin of a text: annotations beside their words, a drawer on small screens, and apart the ones whose words are
 * gone. Looking at a card lights its words, and the other way round.
 */
import './annotations.css';
import '../../ui/Field.css';
import { createEffect, createMemo, createSignal, For, onCleanup, Show, } from 'solid-js';
import { threadText } from '../../../shared/documents/annotations.ts';
import { directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Composer } from './Composer.tsx';
import { foundThreads, tellThreads } from './highlights.ts';
import { LiveText } from './LiveText.tsx';
import { createMarginLayout } from './margin-places.ts';
import { createNarrow } from './narrow.ts';
import { ThreadCard } from './ThreadCard.tsx';
const noPlace = { by: 'nothing' };
/** The annotation not yet begun stands in the margin like the others. */
const newCard = 'new';
export function PlanAnnotations(props) {
    const { t } = useMessages();
    const narrow = createNarrow();
    const found = createFound(props);
    const [showResolved, setShowResolved] = createSignal(false);
    const all = createMemo(() => [...props.list.threads()]);
    const placeOf = (key) => found().get(key) ?? noPlace;
    const resolvedCount = () => all().filter(([, thread]) => thread.resolved).length;
    const visible = createMemo(() => all().filter(([key, thread]) => !thread.resolved || showResolved() || key === props.active));
    const keysHere = createMemo(() => visible()
        .map(([key]) => key)
        .filter((key) => placeOf(key).by !== 'nothing'));
    const keysGone = createMemo(() => visible()
        .map(([key]) => key)
        .filter((key) => placeOf(key).by === 'nothing'));
    const thread = (key) => props.list.threads().get(key);
    const layout = createMarginLayout(props.editor, () => (props.list.draft() ? [...keysHere(), newCard] : keysHere()), (key) => (key === newCard ? { by: 'position', ...selectionOf(props.editor) } : placeOf(key)), () => (props.list.draft() ? newCard : props.active));
    const Card = (card) => (<Show when={thread(card.threadKey)}>
      {(thread) => (<ListedCard {...props} threadKey={card.threadKey} thread={thread()} orphaned={placeOf(card.threadKey).by === 'nothing'}/>)}
    </Show>);
    const composer = () => (<Show when={props.list.draft()}>{(draft) => <Composer draft={draft()} list={props.list}/>}</Show>);
    return (<Show when={!narrow()} fallback={<Drawer {...props}>
          {composer()}
          <For each={[...keysHere(), ...keysGone()]}>{(key) => <Card threadKey={key}/>}</For>
        </Drawer>}>
      <aside class="margin" aria-label={t('annotations.margin')} ref={layout.setMargin}>
        <Show when={props.list.draft()}>
          <div class="margin-card margin-new" ref={(card) => layout.watch(newCard, card)} style={{ 'inset-block-start': `${layout.topOf(newCard)}px` }}>
            {composer()}
          </div>
        </Show>
        <For each={keysHere()}>
          {(key) => (<div class="margin-card" ref={(card) => layout.watch(key, card)} style={{ 'inset-block-start': `${layout.topOf(key)}px` }}>
              <Card threadKey={key}/>
            </div>)}
        </For>
        <div class="margin-end" style={{ 'inset-block-start': `${layout.end()}px` }}>
          <Show when={keysGone().length > 0}>
            <h3>{t('annotations.orphaned')}</h3>
            <For each={keysGone()}>{(key) => <Card threadKey={key}/>}</For>
          </Show>
          <Show when={resolvedCount() > 0}>
            <Button small kind="quiet" aria-pressed={showResolved()} onClick={() => setShowResolved(!showResolved())}>
              {showResolved()
            ? t('annotations.hideResolved')
            : t('annotations.showResolved', { count: resolvedCount() })}
            </Button>
          </Show>
        </div>
      </aside>
    </Show>);
}
const selectionOf = (editor) => ({
    from: editor.state.selection.from,
    to: editor.state.selection.to,
});
/** Keeps the marks in the text true to the threads, and knows where each thread's words are. */
function createFound(props) {
    const { t } = useMessages();
    const [found, setFound] = createSignal(foundThreads(props.editor.state));
    const read = () => setFound(foundThreads(props.editor.state));
    props.editor.on('transaction', read);
    onCleanup(() => props.editor.off('transaction', read));
    createEffect(() => {
        const threads = [...props.list.threads()].map(([key, { from, to, quote, resolved, kind }]) => ({
            key,
            from,
            to,
            quote,
            resolved: resolved !== undefined,
            label: t(`annotations.kind.${kind}`),
        }));
        const told = { threads, active: props.active };
        queueMicrotask(() => {
            if (!props.editor.isDestroyed)
                props.editor.view.dispatch(tellThreads(props.editor.state, told));
        });
    });
    return found;
}
function ListedCard(props) {
    const { t } = useMessages();
    const author = () => props.people.find(({ id }) => id === props.thread.author);
    const nameOf = (id) => props.people.find((person) => person.id === id)?.name ?? t('annotations.somebody');
    const key = props.threadKey;
    const field = () => (<Show when={threadText(props.shared.doc, key)}>
      {(text) => (<>
          <LiveText text={text()} label={t('annotations.text')} placeholder={t('annotations.textHint')} lang={props.thread.language} dir={directionOf(props.thread.language)} onTyped={props.list.typed} onDone={props.list.endWriting}/>
          <footer class="note-f">
            <button type="button" onClick={() => props.list.endWriting()}>
              {t('annotations.done')}
            </button>
          </footer>
        </>)}
    </Show>);
    return (<ThreadCard threadKey={key} thread={props.thread} orphaned={props.orphaned} active={props.active === key} writer={props.list.writerOf(key)} mayWrite={props.list.mayWrite()} mine={props.thread.author === props.meId} author={author()} nameOf={nameOf} field={props.list.writing() === key ? field() : undefined} onActive={(on) => props.onActive(on ? key : undefined)} onReply={(text) => props.list.reply(key, text)} onResolve={() => props.list.resolve(key)} onReopen={() => props.list.reopen(key)} onEdit={() => props.list.edit(key)}/>);
}
/** Small screens: pressing a mark, or annotating, opens it. */
function Drawer(props) {
    const { t } = useMessages();
    const open = () => props.active !== undefined || props.list.draft() !== undefined || props.list.writing() !== undefined;
    const close = () => {
        props.list.setDraft(undefined);
        props.onActive(undefined);
    };
    return (<Dialog open={open()} onClose={close} title={t('annotations.margin')} shape="drawer">
      <div class="note-stack">{props.children}</div>
    </Dialog>);
}
