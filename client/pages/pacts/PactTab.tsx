/** A household's pacts: the text live on one side, what was agreed and signed on the other; the grants; how they are. */
import './pacts.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Pact, pactEndpoints } from '../../../shared/records/pacts.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { createDocument } from '../../collab/collab.tsx';
import { NotesEditor } from '../../editor/NotesEditor.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { StatusDot } from '../../ui/state.tsx';
import { GrantLedger } from '../grants/GrantLedger.tsx';
import { DocumentBar } from '../households/DocumentBar.tsx';
import { useRoom } from '../households/household-room.tsx';
import { TextDialogs } from '../households/TextDialogs.tsx';
import { createTextActs } from '../households/text-acts.ts';
import { isolate } from '../isolate.ts';
import { PactActs } from './PactActs.tsx';
import { PactForm } from './PactForm.tsx';
import { PactSide } from './PactSide.tsx';
import { PactCopies, PactRemarks } from './PactWords.tsx';
import { WellbeingPanel } from './WellbeingPanel.tsx';

export default function PactTab(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const householdId = room.household().id;
  const [drafting, setDrafting] = createSignal(false);
  const read = createRead(pactEndpoints.list, () => ({
    key: householdKey(householdId, 'pacts'),
    input: { params: { householdId } },
  }));
  const active = () => read.value()?.pacts.find(({ status }) => status !== 'ended');
  const mayBegin = () => room.household().can.writePact && !active();
  return (
    <>
      <Answered read={read} lines={6}>
        {(answer) => (
          <Show
            when={answer().pacts.length > 0}
            fallback={
              <EmptyState
                size="part"
                title={t('pacts.empty')}
                actions={
                  <Show when={mayBegin()}>
                    <Button kind="primary" onClick={() => setDrafting(true)}>
                      {t('pacts.begin')}
                    </Button>
                  </Show>
                }
              >
                {t('pacts.emptyNext')}
              </EmptyState>
            }
          >
            <For each={answer().pacts.map(({ id }) => id)}>
              {(id) => (
                <Show when={answer().pacts.find((pact) => pact.id === id)}>
                  {(pact) => <OnePact pact={pact()} />}
                </Show>
              )}
            </For>
            <Show when={mayBegin()}>
              <div class="more-row">
                <Button onClick={() => setDrafting(true)}>{t('pacts.begin')}</Button>
              </div>
            </Show>
          </Show>
        )}
      </Answered>
      <Show when={room.household().can.seeCase}>
        <GrantLedger />
        <WellbeingPanel />
      </Show>
      <Show when={drafting()}>
        <PactForm pact={undefined} onClose={() => setDrafting(false)} />
      </Show>
    </>
  );
}

const tones = {
  draft: 'waiting',
  proposed: 'late',
  signed: 'active',
  extended: 'active',
  ended: 'closed',
} as const;

function OnePact(props: { pact: Pact }): JSX.Element {
  const { t } = useMessages();
  return (
    <section class="pa" aria-labelledby={`pact-${props.pact.id}`}>
      <div class="pa-h pa-wide">
        <h2 id={`pact-${props.pact.id}`}>
          {t('pacts.between', {
            manager: isolate(props.pact.caseManager.name),
            beneficiary: isolate(props.pact.beneficiary.name),
          })}
        </h2>
        <StatusDot tone={tones[props.pact.status]}>{t(`pacts.status.${props.pact.status}`)}</StatusDot>
        <PactActs pact={props.pact} />
      </div>
      <div class="pa-text">
        <Show when={props.pact.status === 'proposed'}>
          <p class="soft">{t('pacts.frozen')}</p>
        </Show>
        <PactText pact={props.pact} />
        <PactCopies pact={props.pact} />
        <PactRemarks pact={props.pact} />
      </div>
      <PactSide pact={props.pact} />
    </section>
  );
}

/** The text, open for as long as one looks; anew when its access changes. */
export function PactText(props: { pact: Pact }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const acts = createTextActs(room, { document: 'inclusion-pact' });
  const shared = createDocument(() => {
    const { text } = props.pact;
    return text ? { ...text, kind: 'inclusion-pact' as const, label: room.household().name } : undefined;
  });
  return (
    <Show when={shared()} keyed>
      {(document) => (
        <>
          <DocumentBar shared={document} title={t('pacts.textOf', { name: room.household().name })} />
          <NotesEditor
            shared={document}
            me={{ id: me().id, name: me().name }}
            label={t('pacts.textOf', { name: room.household().name })}
            {...acts.records}
          />
          <TextDialogs acts={acts} />
        </>
      )}
    </Show>
  );
}
