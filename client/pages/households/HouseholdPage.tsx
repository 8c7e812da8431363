/** One household: its head, which never changes place, and a tab. Access that ends while one looks is explained. */
import '../pages.css';
import './households.css';
import './household-head.css';
import './plan.css';
import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { HouseholdId } from '../../../shared/ids.ts';
import { type Household, householdEndpoints } from '../../../shared/records/households.ts';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead, type Read } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState, Loading, Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { isWay } from '../translations/addresses.ts';
import { HouseholdHead } from './HouseholdHead.tsx';
import { HouseholdRoomProvider, useRoom } from './household-room.tsx';
import { isNotes, notesKinds, type TabName, tabsOf } from './tabs.ts';

const PlanTab = lazy(() => import('./PlanTab.tsx'));
const PlanInLanguage = lazy(() => import('../translations/PlanInLanguage.tsx'));
const AnswerPassage = lazy(() => import('../translations/AnswerPassage.tsx'));
const MapTab = lazy(() => import('./MapTab.tsx'));
const NotesTab = lazy(() => import('./NotesTab.tsx'));
const TasksTab = lazy(() => import('../tasks/TasksTab.tsx'));
const ConferencesTab = lazy(() => import('../conferences/ConferencesTab.tsx'));
const ConferenceRoom = lazy(() => import('../conferences/ConferenceRoom.tsx'));
const BigScreen = lazy(() => import('../conferences/BigScreen.tsx'));
const PactTab = lazy(() => import('../pacts/PactTab.tsx'));
const PathTab = lazy(() => import('../activity/PathTab.tsx'));
const ChildrenTab = lazy(() => import('../children/ChildrenTab.tsx'));
const ChargeTab = lazy(() => import('../charge/ChargeTab.tsx'));
const ShelterTab = lazy(() => import('../shelter/ShelterTab.tsx'));
const TeamTab = lazy(() => import('./TeamTab.tsx'));

export default function HouseholdPage(): JSX.Element {
  const params = useParams();
  const id = () => HouseholdId.safeParse(params.id).data;
  return (
    <Show
      when={id()}
      keyed
      fallback={
        <Page>
          <Refused actions={<BackLink />} />
        </Page>
      }
    >
      {(householdId) => <OneHousehold id={householdId} />}
    </Show>
  );
}

function BackLink(): JSX.Element {
  const { t } = useMessages();
  return <ButtonLink href="/households">{t('households.back')}</ButtonLink>;
}

function OneHousehold(props: { id: HouseholdId }): JSX.Element {
  const { t } = useMessages();
  const read = createRead(householdEndpoints.get, () => ({
    key: householdKey(props.id, 'page'),
    input: { params: { householdId: props.id } },
  }));
  const lost = createLost(read);
  return (
    <Switch
      fallback={
        <Page>
          <Answered read={read} page lines={7}>
            {() => null}
          </Answered>
        </Page>
      }
    >
      <Match when={lost()}>
        {(name) => (
          <Page>
            <EmptyState title={t('households.lost')} actions={<BackLink />}>
              {t('households.lostNext', { name: name() })}
            </EmptyState>
          </Page>
        )}
      </Match>
      <Match when={read.failure()?.code !== 'not-available' && read.value()}>
        {(household) => (
          <HouseholdRoomProvider id={props.id} household={household()}>
            <Opened />
          </HouseholdRoomProvider>
        )}
      </Match>
    </Switch>
  );
}

/** The household's name once it was seen and then taken away; and a word when what one may do here changed. */
function createLost(read: Read<Household>) {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [seen, setSeen] = createSignal<string>();
  createEffect(() => {
    const household = read.value();
    if (household) setSeen(household.name);
  });
  const rights = () => {
    const household = read.value();
    if (!household) return undefined;
    const documents = household.documents.filter((document) => document.kind !== 'minutes');
    return JSON.stringify([
      household.can,
      documents.map((document) => [document.kind, document.access]).sort(),
    ]);
  };
  whenChanged(rights, (now, before) => {
    if (now && before) showToast({ text: t('households.changed') });
  });
  return () => (read.failure()?.code === 'not-available' ? seen() : undefined);
}

function Opened(): JSX.Element {
  const room = useRoom();
  const params = useParams();
  const path = () => (params.tab ?? '').split('/');
  const sheltered = createSheltered();
  const allowed = () => tabsOf(room.household(), { sheltered: sheltered() });
  const tab = (): TabName | undefined => {
    const asked = path()[0] || allowed()[0];
    return allowed().find((name) => name === asked);
  };
  const navigate = useNavigate();
  createEffect(() => {
    const first = allowed()[0];
    if (path()[0] === '' && first) navigate(`${room.base}/${first}`, { replace: true, scroll: false });
  });
  const inConference = () => (tab() === 'conferences' ? path()[1] : undefined);
  const inLanguage = () => {
    const way = path()[1];
    return tab() === 'plan' && isWay(way) ? way : undefined;
  };
  const answering = () => tab() === 'plan' && path()[1] === 'answer';
  const wide = () => tab() === 'map' || tab() === 'pact' || Boolean(inConference());
  const notes = () => notesKinds.find((kind) => kind === tab());
  return (
    <Show
      when={!inConference() && !answering()}
      fallback={
        <Suspense fallback={<Loading />}>
          <Show when={inConference()} fallback={<AnswerPassage thread={path()[2]} />}>
            {(id) => (
              <Show when={path()[2] === 'screen'} fallback={<ConferenceRoom id={id()} />}>
                <BigScreen id={id()} />
              </Show>
            )}
          </Show>
        </Suspense>
      }
    >
      <Page wide={wide()}>
        <HouseholdHead tabs={allowed()} />
        <div class="hh-body">
          <Suspense fallback={<Loading lines={6} />}>
            <Switch fallback={<NotThere />}>
              <Match when={inLanguage()}>
                {(way) => <PlanInLanguage way={way()} language={path()[2]} />}
              </Match>
              <Match when={tab() === 'plan'}>
                <PlanTab />
              </Match>
              <Match when={tab() === 'map'}>
                <MapTab />
              </Match>
              <Match when={tab() === 'conferences'}>
                <ConferencesTab />
              </Match>
              <Match when={tab() === 'tasks'}>
                <TasksTab />
              </Match>
              <Match when={tab() === 'pact'}>
                <PactTab />
              </Match>
              <Match when={tab() === 'path'}>
                <PathTab />
              </Match>
              <Match when={tab() === 'children'}>
                <ChildrenTab />
              </Match>
              <Match when={tab() === 'charge'}>
                <ChargeTab />
              </Match>
              <Match when={tab() === 'shelter'}>
                <ShelterTab />
              </Match>
              <Match when={tab() === 'team'}>
                <TeamTab />
              </Match>
              <Match when={notes()} keyed>
                {(kind) => <Show when={isNotes(kind)}>{<NotesTab kind={kind} />}</Show>}
              </Match>
            </Switch>
          </Suspense>
        </div>
      </Page>
    </Show>
  );
}

/** Whether a reader who writes nothing there would find something under shelter. */
function createSheltered(): () => boolean {
  const room = useRoom();
  const householdId = room.household().id;
  const read = createRead(placementEndpoints.ofHousehold, () => ({
    key: householdKey(householdId, 'shelter'),
    input: { params: { householdId } },
    enabled: room.household().can.seeCase && !room.household().can.writeShelter,
  }));
  return () => {
    const { placements = [], homeSupports = [] } = read.value() ?? {};
    return placements.length + homeSupports.length > 0;
  };
}

/** A tab of this household that isn't the reader's: nothing tells whether it exists. */
function NotThere(): JSX.Element {
  const { t } = useMessages();
  return (
    <EmptyState size="part" title={t('households.notThere')}>
      {t('households.notThereNext')}
    </EmptyState>
  );
}
