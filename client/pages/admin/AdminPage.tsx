/** Accounts, invitations and bodies of the network. No case content anywhere here. */
import '../pages.css';
import { Navigate, useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { useMe } from '../../api/session.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProgrammesPart } from '../caseload/ProgrammesPart.tsx';
import { Accounts } from './Accounts.tsx';
import { AdminHead, sectionsFor } from './AdminHead.tsx';
import { BodiesAdmin } from './BodiesAdmin.tsx';
import { ChronicityPart } from './ChronicityPart.tsx';
import { DataAdmin } from './DataAdmin.tsx';
import { Invitations } from './Invitations.tsx';
import { SilencePart } from './SilencePart.tsx';

export default function AdminPage(): JSX.Element {
  const me = useMe();
  const params = useParams();
  const mine = () => sectionsFor(me().function);
  const section = () => mine().find((name) => name === params.section);
  return (
    <Page>
      <Show when={mine().length > 0} fallback={<Refused />}>
        <AdminHead />
        <Switch>
          <Match when={section() === undefined}>
            <Navigate href={`/admin/${mine()[0]}`} />
          </Match>
          <Match when={section() === 'accounts'}>
            <Accounts />
          </Match>
          <Match when={section() === 'invitations'}>
            <Invitations />
          </Match>
          <Match when={section() === 'bodies'}>
            <BodiesAdmin />
          </Match>
          <Match when={section() === 'programmes'}>
            <ProgrammesPart />
          </Match>
          <Match when={section() === 'thresholds'}>
            <SilencePart />
            <ChronicityPart />
          </Match>
          <Match when={section() === 'data'}>
            <DataAdmin />
          </Match>
        </Switch>
      </Show>
    </Page>
  );
}
