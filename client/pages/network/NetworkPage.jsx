/** The territory: what the network has besides the families it follows. No case content anywhere here. */
import '../pages.css';
import '../directory/directory.css';
import './network.css';
import { Navigate, useParams } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import { workers, workersAndVolunteers } from '../../../shared/records/territory.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { InitiativesSection } from './InitiativesSection.tsx';
import { MapSection } from './MapSection.tsx';
import { PactsSection } from './PactsSection.tsx';
import { ProceduresSection } from './ProceduresSection.tsx';
import { TablesSection } from './TablesSection.tsx';
import { TrainingsSection } from './TrainingsSection.tsx';
const sections = ['map', 'initiatives', 'pacts', 'trainings', 'tables', 'procedures'];
/** Volunteers help in initiatives; the rest is for who works in the network. */
const sectionsOfVolunteers = ['initiatives'];
export default function NetworkPage() {
    const { t } = useMessages();
    const me = useMe();
    const params = useParams();
    const mine = () => workers.includes(me().function) ? sections : sectionsOfVolunteers;
    const section = () => mine().find((name) => name === params.section);
    return (<Page wide>
      <Show when={workersAndVolunteers.includes(me().function)} fallback={<Refused />}>
        <header class="top">
          <PageHeading>{t('territory.title')}</PageHeading>
          <div class="top-a">
            <ButtonLink kind="quiet" href="/directory">
              {t('territory.toDirectory')}
            </ButtonLink>
          </div>
        </header>
        <Tabs label={t('territory.title')} tabs={mine().map((name) => ({ href: `/network/${name}`, label: t(`territory.section.${name}`) }))}/>
        <Switch fallback={<Navigate href={`/network/${mine()[0]}`}/>}>
          <Match when={section() === 'map'}>
            <MapSection />
          </Match>
          <Match when={section() === 'initiatives'}>
            <InitiativesSection />
          </Match>
          <Match when={section() === 'pacts'}>
            <PactsSection />
          </Match>
          <Match when={section() === 'trainings'}>
            <TrainingsSection />
          </Match>
          <Match when={section() === 'tables'}>
            <TablesSection />
          </Match>
          <Match when={section() === 'procedures'}>
            <ProceduresSection kinds={['procedure', 'good_practice']}/>
          </Match>
        </Switch>
      </Show>
    </Page>);
}
