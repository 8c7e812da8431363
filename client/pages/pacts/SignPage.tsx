/**
 * The moment of signing: one column, large and calm, in the reader's language. What is promised in plain words first,
 * her own words and her dissent beside the signature, and no hurry.
 */
import '../pages.css';
import './pacts.css';
import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { HouseholdId, newId, SignatureId } from '../../../shared/ids.ts';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { type Pact, PactParty, pactEndpoints } from '../../../shared/records/pacts.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { createDocument } from '../../collab/collab.tsx';
import { NotesEditor } from '../../editor/NotesEditor.tsx';
import { InLanguage } from '../../messages/InLanguage.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea } from '../../ui/inputs.tsx';
import { EmptyState, Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { isolate } from '../isolate.ts';
import { TakeBack } from './TakeBack.tsx';

export default function SignPage(): JSX.Element {
  const params = useParams();
  const id = () => HouseholdId.safeParse(params.id).data;
  return (
    <Page>
      <Show when={id()} keyed fallback={<Refused />}>
        {(householdId) => <Ceremony householdId={householdId} />}
      </Show>
    </Page>
  );
}

function Ceremony(props: { householdId: HouseholdId }): JSX.Element {
  const { language } = useMessages();
  const me = useMe();
  const params = useParams();
  const [search] = useSearchParams();
  const read = createRead(pactEndpoints.list, () => ({
    key: householdKey(props.householdId, 'pacts'),
    input: { params: { householdId: props.householdId } },
  }));
  const pact = () => read.value()?.pacts.find(({ id }) => id === params.pact);
  const party = (): Pact['parties'][number] | undefined => {
    const asked = PactParty.safeParse(search.party).data;
    const mine = pact()?.parties.find(({ canAnswer }) => canAnswer === 'self');
    return asked ? pact()?.parties.find((each) => each.party === asked) : mine;
  };
  /** Opened for her on somebody else's account: also before it is read, and after she signed. */
  const isHers = () => search.party === 'beneficiary' && me().function !== 'family';
  // Handed over, the page speaks the language the pact is read in, until the device is given back.
  const handed = createMemo(
    (before: boolean) => before || isHers() || party()?.canAnswer === 'device',
    false,
  );
  return (
    <Answered read={read} page lines={8}>
      {() => (
        <Show when={pact()} fallback={<Refused />}>
          {(found) => (
            <>
              <InLanguage language={handed() ? found().language : language()}>
                <Reader pact={found()} party={party()} handed={handed()} />
              </InLanguage>
              <Show when={handed()}>
                <TakeBack to={`/households/${props.householdId}/pact`} />
              </Show>
            </>
          )}
        </Show>
      )}
    </Answered>
  );
}

function Reader(props: {
  pact: Pact;
  party: Pact['parties'][number] | undefined;
  handed: boolean;
}): JSX.Element {
  const { t } = useMessages();
  const [said, setSaid] = createSignal<'signed' | 'refused'>();
  /** Handed over, the way back is the worker’s. */
  const back = () => (
    <Show when={!props.handed}>
      <Back householdId={props.pact.householdId} />
    </Show>
  );
  return (
    <article class="sg">
      <PageHeading title={t('pacts.sign.title')}>{t('pacts.sign.title')}</PageHeading>
      <Switch
        fallback={
          <Reading pact={props.pact}>
            <EmptyState size="part" title={t('pacts.sign.nothing')} actions={back()} />
          </Reading>
        }
      >
        <Match when={said()}>
          {(what) => (
            <div class="sg-done" role="status">
              <h2>{t(what() === 'signed' ? 'pacts.sign.done' : 'pacts.sign.doneRefused')}</h2>
              <Show when={props.pact.status === 'signed'}>
                <p>{t('pacts.sign.all')}</p>
              </Show>
              <div class="sg-a">{back()}</div>
            </div>
          )}
        </Match>
        <Match when={props.party?.canAnswer && props.party}>
          {(mine) => (
            <Reading pact={props.pact}>
              <Answering pact={props.pact} party={mine()} onDone={setSaid} />
            </Reading>
          )}
        </Match>
      </Switch>
    </article>
  );
}

function Back(props: { householdId: HouseholdId }): JSX.Element {
  const { t } = useMessages();
  return <ButtonLink href={`/households/${props.householdId}/pact`}>{t('pacts.sign.back')}</ButtonLink>;
}

/** What is promised: plain words in the reader's language where somebody wrote them, and always who does what. */
function Reading(props: { pact: Pact; children: JSX.Element }): JSX.Element {
  const { t, formats, language } = useMessages();
  const [original, setOriginal] = createSignal(false);
  const copy = () =>
    props.pact.copies.find((each) => each.language === language()) ??
    props.pact.copies.find((each) => each.language === props.pact.language);
  return (
    <>
      <p class="soft">{t('pacts.sign.hello')}</p>
      <p>
        {t('pacts.sign.together', {
          manager: isolate(props.pact.caseManager.name),
          beneficiary: isolate(props.pact.beneficiary.name),
        })}{' '}
        {t('pacts.fromTo', {
          start: formats().date(props.pact.start, 'long'),
          end: formats().date(props.pact.until, 'long'),
        })}
        .
      </p>
      <Show when={copy()}>
        {(words) => (
          <p class="pa-words" lang={words().language} dir={directionOf(words().language)}>
            {words().text}
          </p>
        )}
      </Show>
      <Show when={!original() && copy()} fallback={<Original pact={props.pact} />}>
        <Button kind="quiet" onClick={() => setOriginal(true)}>
          {t('pacts.sign.original')}
        </Button>
      </Show>
      <h2>{t('pacts.commitments')}</h2>
      <ul class="plain">
        <For each={props.pact.commitments}>
          {(commitment) => (
            <li>
              <b>
                <bdi>{commitment.name}</bdi>
              </b>
              <p dir="auto">{commitment.what}</p>
              <Show when={commitment.due}>
                {(due) => <p class="soft">{t('pacts.by', { date: formats().date(due(), 'long') })}</p>}
              </Show>
            </li>
          )}
        </For>
      </ul>
      {props.children}
    </>
  );
}

function Original(props: { pact: Pact }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const shared = createDocument(() => {
    const { text } = props.pact;
    return text
      ? { documentId: text.documentId, access: text.access, kind: 'inclusion-pact' as const, label: '' }
      : undefined;
  });
  return (
    <Show when={shared()} keyed>
      {(document) => (
        <div lang="it" dir="ltr">
          <NotesEditor
            shared={document}
            me={{ id: me().id, name: me().name }}
            label={t('pacts.text')}
            people={[]}
            members={[]}
            chip={() => undefined}
          />
        </div>
      )}
    </Show>
  );
}

function Answering(props: {
  pact: Pact;
  party: Pact['parties'][number];
  onDone: (what: 'signed' | 'refused') => void;
}): JSX.Element {
  const { t, language } = useMessages();
  const onDevice = props.party.canAnswer === 'device';
  const [objecting, setObjecting] = createSignal(false);
  const [words, setWords] = createSignal('');
  const [readIn, setReadIn] = createSignal<ContentLanguage>(onDevice ? props.pact.language : language());
  const [mediator, setMediator] = createSignal<PersonBrief | null>(null);
  const id = newId(SignatureId);
  const answer = createAction(
    (what: 'signed' | 'refused') =>
      call(pactEndpoints.answer, {
        params: { householdId: props.pact.householdId, pactId: props.pact.id },
        body: {
          id,
          party: props.party.party,
          answer: what,
          hash: props.pact.hash ?? '',
          language: readIn(),
          words: words().trim() || null,
          dissent: what === 'signed' && objecting(),
          device: onDevice ? { mediatorId: mediator()?.id ?? null } : null,
        },
      }),
    {
      touches: () => [
        householdKey(props.pact.householdId, 'pacts'),
        householdKey(props.pact.householdId, 'page'),
      ],
      onDone: (pact) =>
        props.onDone(
          pact.parties.find(({ party }) => party === props.party.party)?.signature?.answer ?? 'signed',
        ),
    },
  );
  return (
    <>
      <Show when={onDevice}>
        <h2>{t('pacts.sign.device', { name: isolate(props.party.name) })}</h2>
        <Field label={t('pacts.sign.readIn')}>
          <Select
            value={readIn()}
            options={ContentLanguage.options.map((value) => ({
              value,
              label: t(`functions.language.${value}`),
            }))}
            onValue={setReadIn}
          />
        </Field>
        <Show when={readIn() !== 'it'}>
          <Field
            label={t('pacts.sign.mediator')}
            error={fieldWords(t, answer.problemAt('device.mediatorId'))}
            required
          >
            <PersonPicker value={mediator()} onValue={setMediator} functions={['mediator']} />
          </Field>
        </Show>
      </Show>
      <div class="sg-bar">
        <Show when={objecting()}>
          <Field
            label={t('pacts.sign.words')}
            hint={t('pacts.sign.wordsHint')}
            error={fieldWords(t, answer.problemAt('words'))}
          >
            <TextArea
              rows={4}
              value={words()}
              onValue={setWords}
              dir={directionOf(readIn())}
              lang={readIn()}
              maxlength={4000}
              autofocus
            />
          </Field>
        </Show>
        <Show when={props.party.party === 'beneficiary' && !objecting()}>
          <p>{t('pacts.sign.free')}</p>
        </Show>
        <RefusalNote refusal={unlessSaid(answer.refusal())} />
        <div class="sg-a">
          <Show
            when={objecting()}
            fallback={
              <>
                <Button kind="primary" busy={answer.busy()} onClick={() => void answer.run('signed')}>
                  {t('pacts.sign.do')}
                </Button>
                <Button onClick={() => setObjecting(true)}>{t('pacts.sign.object')}</Button>
              </>
            }
          >
            <Button kind="primary" busy={answer.busy()} onClick={() => void answer.run('signed')}>
              {t('pacts.sign.dissent')}
            </Button>
            <Button busy={answer.busy()} onClick={() => void answer.run('refused')}>
              {t('pacts.sign.refuse')}
            </Button>
            <Button kind="quiet" onClick={() => setObjecting(false)}>
              {t('ui.cancel')}
            </Button>
          </Show>
        </div>
      </div>
    </>
  );
}
