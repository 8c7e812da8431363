/** The households I work with: found by name, code or status, on one axis of a thousand days. */
import '../pages.css';
import './households.css';
import { useSearchParams } from '@solidjs/router';
import { createSignal, For, onCleanup, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { addDays } from '../../../shared/dates.ts';
import { HouseholdStatus, householdEndpoints } from '../../../shared/records/households.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Band } from '../../ui/Band.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { createListKeys } from '../list-keys.ts';
import { createToday } from '../today-day.ts';
import { HouseholdTable } from './HouseholdTable.tsx';
import { NewHouseholdDialog } from './NewHouseholdDialog.tsx';
/** Who takes households in: the policy of the endpoint says the same. */
const openers = (() => {
    const { policy } = householdEndpoints.open;
    return policy.kind === 'functions' ? policy.functions : [];
})();
const mayOpen = (name) => openers.includes(name);
/** Rest after the last key before asking, in milliseconds. */
const restMs = 200;
function createSettled(initial) {
    const [settled, setSettled] = createSignal(initial);
    let timer;
    const settle = (text) => {
        clearTimeout(timer);
        timer = setTimeout(() => setSettled(text.trim()), restMs);
    };
    onCleanup(() => clearTimeout(timer));
    return [settled, settle];
}
export default function HouseholdsPage() {
    const { t } = useMessages();
    const me = useMe();
    const [search, setSearch] = useSearchParams();
    const [words, setWords] = createSettled('');
    const status = () => HouseholdStatus.safeParse(search.status).data;
    const [pages, setPages] = createSignal([]);
    const after = () => pages().at(-1);
    const list = createRead(householdEndpoints.list, () => ({
        key: [...keys.households, 'list', { q: words(), status: status() ?? '', after: after() ?? '' }],
        input: { query: { q: words() || undefined, status: status(), after: after(), limit: 50 } },
        keepFormer: true,
    }));
    const filtered = () => words() !== '' || status() !== undefined;
    const filter = (change) => {
        setPages([]);
        change();
    };
    let page;
    createListKeys(() => page);
    return (<Page>
      <header class="top">
        <PageHeading>{t('households.title')}</PageHeading>
        <Show when={mayOpen(me().function)}>
          <div class="top-a">
            <Button kind="primary" icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={() => setSearch({ new: 'true' })}>
              {t('households.new')}
            </Button>
          </div>
        </Show>
      </header>
      <search class="filters">
        <TextInput type="search" aria-label={t('households.search')} placeholder={t('households.search')} onValue={(text) => filter(() => setWords(text))}/>
        <Select aria-label={t('households.status')} value={status() ?? 'any'} options={[
            { value: 'any', label: t('households.anyStatus') },
            ...HouseholdStatus.options.map((name) => ({
                value: name,
                label: t(`households.status.${name}`),
            })),
        ]} onValue={(name) => filter(() => setSearch({ status: name === 'any' ? undefined : name }))}/>
      </search>
      <div ref={page} aria-busy={list.fetching()}>
        <Answered read={list} lines={8}>
          {(answer) => (<Show when={answer().items.length > 0} fallback={<Nothing filtered={filtered()} mayOpen={mayOpen(me().function)}/>}>
              <HouseholdTable rows={answer().items}/>
              <div class="more-row">
                <Show when={pages().length > 0}>
                  <Button small onClick={() => setPages([])}>
                    {t('households.first')}
                  </Button>
                </Show>
                <Show when={answer().next}>
                  {(next) => (<Button small busy={list.fetching()} onClick={() => setPages([...pages(), next()])}>
                      {t('households.more')}
                    </Button>)}
                </Show>
              </div>
            </Show>)}
        </Answered>
      </div>
      <Show when={mayOpen(me().function)}>
        <NewHouseholdDialog open={search.new === 'true'} onClose={() => setSearch({ new: undefined })}/>
      </Show>
    </Page>);
}
function Nothing(props) {
    const { t } = useMessages();
    const [, setSearch] = useSearchParams();
    return (<Show when={!props.filtered} fallback={<EmptyState size="part" title={t('households.nothingFound')}>
          {t('households.nothingFoundNext')}
        </EmptyState>}>
      <EmptyState size="part" title={t('households.empty')} actions={<Show when={props.mayOpen}>
            <Button kind="primary" onClick={() => setSearch({ new: 'true' })}>
              {t('households.emptyFirst')}
            </Button>
          </Show>}>
        {props.mayOpen ? t('households.emptyNext') : t('households.emptyWait')}
      </EmptyState>
      <Show when={props.mayOpen}>
        <Example />
      </Show>
    </Show>);
}
/** The real band over an invented household: what its page will say. */
function Example() {
    const { t } = useMessages();
    const today = createToday();
    const conception = () => addDays(today(), -150);
    const parts = [
        ['households.exampleBand', 'households.exampleBandText'],
        ['households.exampleTutor', 'households.exampleTutorText'],
        ['households.exampleRegia', 'households.exampleRegiaText'],
        ['households.examplePlan', 'households.examplePlanText'],
    ];
    return (<section class="teach" aria-label={t('households.example')}>
      <p class="muted xs">{t('households.example')}</p>
      <p class="teach-n">{t('households.exampleName')}</p>
      <Band conception={conception()} dueDate={addDays(conception(), 266)} end={addDays(conception(), 266 + 730)} today={today()}/>
      <dl>
        <For each={parts}>
          {([title, text]) => (<div>
              <dt>{t(title)}</dt>
              <dd>{t(text)}</dd>
            </div>)}
        </For>
      </dl>
    </section>);
}
