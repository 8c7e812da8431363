/** One annotation in the margin: who, about what kind of thing, the words, the answers, and how it ended. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconQuestion from '~icons/lucide/circle-question-mark';
import IconGlobe from '~icons/lucide/globe';
import IconCulture from '~icons/lucide/sprout';
import { directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
export function ThreadCard(props) {
    const { t } = useMessages();
    const colourOf = useCaretColours();
    const [unfolded, setUnfolded] = createSignal(false);
    const folded = () => props.thread.resolved !== undefined && !unfolded() && !props.active;
    return (<Show when={!folded()} fallback={<FoldedCard {...props} onUnfold={() => setUnfolded(true)}/>}>
      <article class={`note p${colourOf(props.thread.author)}`} classList={{ 'note-live': props.writer !== undefined }} data-on={props.active ? '' : undefined} aria-label={t('annotations.by', { name: props.nameOf(props.thread.author) })} onPointerEnter={() => props.onActive(true)} onPointerLeave={() => props.onActive(false)} onFocusIn={() => props.onActive(true)}>
        <CardHead {...props}/>
        <Show when={props.orphaned}>
          <blockquote class="note-quote" dir="auto">
            {props.thread.quote}
          </blockquote>
        </Show>
        <Show when={props.field === undefined} fallback={props.field}>
          <p lang={props.thread.language} dir={directionOf(props.thread.language)}>
            {props.thread.text}
          </p>
        </Show>
        <Replies {...props}/>
        <CardFoot {...props} onFold={() => setUnfolded(false)}/>
      </article>
    </Show>);
}
function CardHead(props) {
    const { t } = useMessages();
    const language = () => t(`functions.language.${props.thread.language}`);
    const title = () => props.thread.kind === 'comment'
        ? undefined
        : t(`annotations.kind.${props.thread.kind}.title`, { language: language() });
    return (<header class="note-h">
      <Switch fallback={<AuthorMark author={props.author}/>}>
        <Match when={props.thread.kind === 'translation'}>
          <IconGlobe class="i i-s" aria-hidden="true"/>
        </Match>
        <Match when={props.thread.kind === 'cultural_note'}>
          <IconCulture class="i i-s" aria-hidden="true"/>
        </Match>
        <Match when={props.thread.kind === 'question'}>
          <IconQuestion class="i i-s" aria-hidden="true"/>
        </Match>
      </Switch>
      <b dir="auto">{title() ?? props.nameOf(props.thread.author)}</b>
      <span class="note-t">
        <Show when={!props.writer} fallback={t('annotations.writing', { name: props.writer ?? '' })}>
          <Show when={title()}>
            <span dir="auto">{props.nameOf(props.thread.author)}</span>,{' '}
          </Show>
          <RelativeTime at={props.thread.createdAt}/>
        </Show>
      </span>
    </header>);
}
const sectorOf = {
    social: 'social',
    health: 'health',
    education: 'education',
    protection: 'protection',
    family: 'family',
    desk: 'desk',
    call_centre: 'call_centre',
};
function AuthorMark(props) {
    return <SectorMark sector={(props.author && sectorOf[props.author.function]) ?? 'third_sector'}/>;
}
function Replies(props) {
    return (<Show when={props.thread.replies.length > 0}>
      <ol class="note-replies">
        <For each={props.thread.replies}>
          {(reply) => (<li>
              <span class="note-h">
                <b dir="auto">{props.nameOf(reply.author)}</b>
                <span class="note-t">
                  <RelativeTime at={reply.createdAt}/>
                </span>
              </span>
              <p lang={reply.language} dir={directionOf(reply.language)}>
                {reply.text}
              </p>
            </li>)}
        </For>
      </ol>
    </Show>);
}
function CardFoot(props) {
    const { t } = useMessages();
    const [replying, setReplying] = createSignal(false);
    const send = (text) => {
        if (text.trim())
            props.onReply(text.trim());
        setReplying(false);
    };
    return (<Show when={props.mayWrite && props.field === undefined}>
      <Show when={!replying()} fallback={<ReplyField onSend={send}/>}>
        <footer class="note-f">
          <Show when={!props.thread.resolved} fallback={<>
                <button type="button" onClick={props.onReopen}>
                  {t('annotations.reopen')}
                </button>
                <button type="button" onClick={props.onFold}>
                  {t('annotations.fold')}
                </button>
              </>}>
            <button type="button" onClick={() => setReplying(true)}>
              {t('annotations.reply')}
            </button>
            <button type="button" onClick={props.onResolve}>
              {t('annotations.resolve')}
            </button>
            <Show when={props.mine}>
              <button type="button" onClick={props.onEdit}>
                {t('annotations.edit')}
              </button>
            </Show>
          </Show>
        </footer>
      </Show>
    </Show>);
}
function ReplyField(props) {
    const { t } = useMessages();
    let sent = false;
    /** Once: taking the field away blurs it, and that would send again. */
    const send = (text) => {
        if (sent)
            return;
        sent = true;
        props.onSend(text);
    };
    return (<textarea class="in note-field" dir="auto" rows={2} maxlength={4000} ref={(field) => queueMicrotask(() => field.focus())} aria-label={t('annotations.reply')} placeholder={t('annotations.replyHint')} onKeyDown={(event) => {
            if (event.isComposing)
                return;
            if (event.key === 'Escape')
                send('');
            if (event.key !== 'Enter' || event.shiftKey)
                return;
            event.preventDefault();
            send(event.currentTarget.value);
        }} onBlur={(event) => send(event.currentTarget.value)}/>);
}
function FoldedCard(props) {
    const { t } = useMessages();
    const words = () => t('annotations.resolvedBy', {
        name: props.thread.resolved ? props.nameOf(props.thread.resolved.by) : '',
        count: props.thread.replies.length + 1,
    });
    return (<button type="button" class="note note-folded" aria-expanded="false" onPointerEnter={() => props.onActive(false)} onClick={props.onUnfold}>
      <IconCheck class="i i-s" aria-hidden="true"/>
      <span>{words()}</span>
    </button>);
}
