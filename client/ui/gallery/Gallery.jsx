import { createSignal, For } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { useMessages } from '../../messages/messages.tsx';
import { AvatarStack, Person } from '../Avatar.tsx';
import { Band } from '../Band.tsx';
import { Button, ButtonLink } from '../Button.tsx';
import { DateText, RelativeTime } from '../dates.tsx';
import { EmptyState, ErrorNote } from '../notes.tsx';
import { SavedState } from '../SavedState.tsx';
import { SectorMark } from '../SectorMark.tsx';
import { Ring, StatusDot, Tag } from '../state.tsx';
import { Tabs } from '../Tabs.tsx';
import { TramaMark } from '../TramaMark.tsx';
import { YearsBand } from '../YearsBand.tsx';
import { Fields } from './fields.tsx';
import { Floating } from './floating.tsx';
import { birth, conception, crowded, end, marks, people, today, windows } from './samples.ts';
const sectors = [
    'social',
    'health',
    'education',
    'protection',
    'third_sector',
    'family',
    'desk',
    'call_centre',
    'work',
    'market',
    'institution',
];
const rings = ['none', 'new', 'open', 'stuck', 'met', 'closed'];
const tones = ['plain', 'accent', 'good', 'late', 'alarm', 'waiting'];
function Section(props) {
    return (<section class="ks">
      <h2>{props.title}</h2>
      <div>{props.children}</div>
    </section>);
}
export function Gallery(props) {
    const { t } = useMessages();
    const [opened, setOpened] = createSignal('');
    const axis = { conception, end, today };
    return (<main class="kit">
      <h1>Trama</h1>
      <Section title="Band">
        <Band {...axis} birth={birth} marks={marks} windows={windows} onOpen={(mark) => setOpened(mark.id)}/>
        <Band {...axis} birth={birth} marks={marks} windows={crowded}/>
        <Band {...axis} dueDate={birth} today={marks[4]?.at ?? today} marks={marks.slice(0, 4)} windows={windows.slice(0, 1)}/>
        <YearsBand birth={birth} today={end} marks={marks}/>
        <table class="rows">
          <tbody>
            <For each={[birth, undefined]}>
              {(born) => (<tr>
                  <td>Zeitouna</td>
                  <td>
                    <Band {...axis} birth={born} dueDate={birth} today={born ? today : (marks[3]?.at ?? today)} marks={born ? marks : []} compact label="Zeitouna"/>
                  </td>
                  <td>
                    <RelativeTime at={today}/>
                  </td>
                </tr>)}
            </For>
          </tbody>
        </table>
        <span>{opened()}</span>
      </Section>
      <Section title="Sector">
        <div class="kr">
          <For each={sectors}>
            {(sector) => (<span class="sec">
                <SectorMark sector={sector}/>
                {t(`functions.sector.${sector}`)}
              </span>)}
          </For>
        </div>
      </Section>
      <Section title="People">
        <div class="kr">
          <AvatarStack people={people.slice(0, 5)} here onPress={(who) => setOpened(who.name)}/>
          <AvatarStack people={people} here onPress={(who) => setOpened(who.name)} onMore={() => setOpened('more')}/>
          <AvatarStack people={people.slice(0, 2)}/>
          <For each={people.slice(3, 5)}>{(person) => <Person person={person} here/>}</For>
        </div>
      </Section>
      <Section title="State">
        <div class="kr">
          <SavedState saved={{ state: 'saved' }}/>
          <SavedState saved={{ state: 'saving' }}/>
          <SavedState saved={{ state: 'offline', unsaved: 0 }}/>
          <SavedState saved={{ state: 'offline', unsaved: 4 }}/>
        </div>
        <div class="kr">
          <For each={rings}>
            {(state) => (<span class="saved">
                <Ring state={state} decorative/>
                {t(`ui.ring.${state}`)}
              </span>)}
          </For>
        </div>
        <div class="kr">
          <For each={tones}>{(tone) => <Tag tone={tone}>{t('ui.ring.open')}</Tag>}</For>
          <StatusDot tone="active">{t('ui.ring.open')}</StatusDot>
          <StatusDot tone="paused">{t('ui.ring.stuck')}</StatusDot>
          <StatusDot tone="closed">{t('ui.ring.closed')}</StatusDot>
          <DateText at={today} style="weekday"/>
        </div>
      </Section>
      <Section title="Button">
        <div class="kr">
          <Button kind="primary" kbd="N" icon={<IconPlus class="i i-s" aria-hidden="true"/>}>
            {t('ui.add')}
          </Button>
          <Button>{t('ui.edit')}</Button>
          <Button kind="quiet">{t('ui.cancel')}</Button>
          <Button small kbd="C">
            {t('ui.open')}
          </Button>
          <Button kind="alarm">{t('ui.remove')}</Button>
          <Button unavailable>{t('ui.save')}</Button>
          <ButtonLink href="#link">{t('app.backToToday')}</ButtonLink>
        </div>
        <Floating open={props.open}/>
      </Section>
      <Section title="Field">
        <Fields />
      </Section>
      <Section title="Tabs">
        <Tabs label="Tabs" tabs={[
            { href: location.pathname, label: t('app.today') },
            { href: '/x', label: t('app.tasks'), count: 6 },
            { href: '/y', label: t('app.conferences') },
        ]}/>
      </Section>
      <Section title="Notes">
        <ErrorNote code="not-available" onRetry={() => setOpened('retry')}/>
        <ErrorNote code="slow-down" retryAfterSeconds={12}/>
        <EmptyState size="part" title={t('app.notFound')} actions={<Button small>{t('app.backToToday')}</Button>}>
          {t('app.notFoundNext')}
        </EmptyState>
        <TramaMark size={40}/>
      </Section>
    </main>);
}
