/**
 * An editor on a page of its own, for the tests and for looking at: `?relay=<origin>&as=<person>&kind=plan|minutes|notes
 * &access=write|annotate|read&lang=it|ar&theme=light|dark`. What the page asks for is kept on `window.harness`.
 */
import '../../../../client/ui/tokens.css';
import '../../../../client/ui/base.css';
import '../../../../client/ui/fonts.ts';
import './harness.css';
import { createSignal, Match, Switch } from 'solid-js';
import { render } from 'solid-js/web';
import { z } from 'zod';
import { CollabProvider, openDocument, useUnsavedWarning } from '../../../../client/collab/collab.tsx';
import { LeftBehindNotice } from '../../../../client/collab/LeftBehindNotice.tsx';
import { createOpenDocuments } from '../../../../client/collab/open-documents.ts';
import type { MakeRecord } from '../../../../client/editor/chrome.ts';
import { MinutesEditor, type MinutesHandle } from '../../../../client/editor/MinutesEditor.tsx';
import { NotesEditor } from '../../../../client/editor/NotesEditor.tsx';
import { PlanEditor, type PlanHandle } from '../../../../client/editor/PlanEditor.tsx';
import { chooseLanguage } from '../../../../client/messages/languages.ts';
import { createMessages, loadWords, MessagesProvider } from '../../../../client/messages/messages.tsx';
import { ToastRegion } from '../../../../client/ui/Toast.tsx';
import { DocumentAccess } from '../../../../shared/documents/kinds.ts';
import type { DecisionInText } from '../../../../shared/documents/minutes.ts';
import type { PersonBrief } from '../../../../shared/records/people.ts';
import { chips, goals, ids, members, people } from './samples.ts';

type Asked = { what: string; value: unknown };

export type Harness = {
  asked: Asked[];
  makes: MakeRecord[];
  plan?: PlanHandle;
  minutes?: MinutesHandle;
  decisions: readonly DecisionInText[];
  sections: readonly { key: string; goalIds: readonly string[] }[];
  state(): string;
  people(): unknown;
  setGoalStatus(status: 'active' | 'achieved'): void;
};

declare global {
  interface Window {
    harness: Harness;
  }
}

const asked = new URLSearchParams(location.search);
const found = people.find(({ id }) => id === asked.get('as'));
if (!found) throw new Error('no such person');
const me: PersonBrief = found;
const access = DocumentAccess.catch('write').parse(asked.get('access'));
const language = chooseLanguage([asked.get('lang')]);
document.documentElement.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const messages = createMessages({ language, words: await loadWords(language) });
const documents = createOpenDocuments({
  origin: z.string().parse(asked.get('relay')),
  WebSocket: window.WebSocket,
});
const [sampleGoals, setSampleGoals] = createSignal(goals);

const harness: Harness = {
  asked: [],
  makes: [],
  decisions: [],
  sections: [],
  state: () => documents.state()?.state ?? 'none',
  people: () => [],
  setGoalStatus: (status) => setSampleGoals((all) => all.map((goal) => ({ ...goal, status }))),
};
window.harness = harness;
const ask = (what: string) => (value: unknown) => {
  harness.asked.push({ what, value });
};
const make = (request: MakeRecord) => {
  harness.makes.push(request);
};

function Page() {
  useUnsavedWarning();
  const kind = asked.get('kind') ?? 'plan';
  const shared = openDocument({
    documentId: ids.documents[kind === 'minutes' ? 'minutes' : kind === 'notes' ? 'notes' : 'plan'],
    kind: kind === 'minutes' ? 'minutes' : kind === 'notes' ? 'social-notes' : 'care-plan',
    access,
  });
  const annotations = openDocument({
    documentId: ids.documents.annotations,
    kind: 'annotations',
    access: access === 'read' ? 'read' : 'write',
  });
  harness.people = () => shared.presence.people();
  const common = {
    shared,
    me,
    label: 'Piano della famiglia Zeitouna',
    people,
    members,
    get goals() {
      return sampleGoals();
    },
    chip: (kind: string, ref: string) => chips.get(`${kind} ${ref}`),
    onOpenChip: (kind: string, ref: string) => ask('open-chip')({ kind, ref }),
    onOpenGoal: ask('open-goal'),
    onNewGoal: ask('new-goal'),
    onMakeTask: make,
    onMakeReferral: make,
    onSections: (sections: Harness['sections']) => {
      harness.sections = sections;
    },
  };
  return (
    <Switch>
      <Match when={kind === 'plan'}>
        <PlanEditor
          {...common}
          annotations={annotations}
          annotateAs={me.function === 'mediator' ? { kind: 'translation', language: 'ar' } : undefined}
          onReady={(handle) => {
            harness.plan = handle;
          }}
        />
      </Match>
      <Match when={kind === 'minutes'}>
        <MinutesEditor
          {...common}
          onReady={(handle) => {
            harness.minutes = handle;
          }}
          onDecisionsChange={(decisions) => {
            harness.decisions = decisions;
          }}
        />
      </Match>
      <Match when={kind === 'notes'}>
        <NotesEditor {...common} />
      </Match>
    </Switch>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('no place to draw');
render(
  () => (
    <MessagesProvider messages={messages}>
      <CollabProvider documents={documents}>
        <ToastRegion>
          <main class="harness">
            <Page />
          </main>
        </ToastRegion>
        <LeftBehindNotice />
      </CollabProvider>
    </MessagesProvider>
  ),
  root,
);
