/**
 * Part of frozen minutes, for whoever was given it: these points, in the words that were frozen. For the family its copy in
 * plain words comes first, and signing where she was there.
 */
import '../../pages.css';
import './closing.css';
import { useParams } from '@solidjs/router';
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { newId, SignatureId } from '../../../../shared/ids.ts';
import { directionOf } from '../../../../shared/languages.ts';
import { type Excerpt, excerptEndpoints } from '../../../../shared/records/excerpts.ts';
import { minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { Answered } from '../../../api/Answered.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { keys } from '../../../api/keys.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../../api/RefusalNote.tsx';
import { createRead } from '../../../api/read.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { Refused } from '../../../ui/notes.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { isId } from './excerpt-id.ts';

export default function ExcerptPage(): JSX.Element {
  const params = useParams();
  const id = () => (isId(params.id) ? params.id : undefined);
  return (
    <Page>
      <Show when={id()} keyed fallback={<Refused />}>
        {(distributionId) => <One id={distributionId} />}
      </Show>
    </Page>
  );
}

function One(props: { id: string }): JSX.Element {
  const { t, formats, language } = useMessages();
  const read = createRead(excerptEndpoints.read, () => ({
    key: [...keys.myMinutes, 'excerpt', props.id],
    input: { params: { distributionId: props.id } },
  }));
  return (
    <Answered read={read} page lines={8}>
      {(excerpt) => {
        const copy = () =>
          excerpt().copies.find((each) => each.language === language()) ??
          excerpt().copies.find((each) => each.language !== 'it');
        return (
          <article class="ex">
            <header class="top">
              <PageHeading title={excerpt().title}>
                <bdi>{excerpt().title}</bdi>
              </PageHeading>
              <p class="soft">
                {t('closing.excerptOf', {
                  date: formats().date(excerpt().start, 'long'),
                  code: excerpt().code,
                })}
              </p>
            </header>
            <p class="soft">
              {t('closing.excerptPoints', {
                points: formats().list(excerpt().points.map(({ number }) => String(number))),
                all: excerpt().pointsInAll,
              })}
            </p>
            <Show when={excerpt().withoutQuorum}>
              <p class="cl-c">{t('closing.withoutQuorum')}</p>
            </Show>
            <Show when={copy()}>
              {(words) => (
                <section class="ex-copy" aria-label={t('closing.inPlainWords')}>
                  <h2>{t('closing.inPlainWords')}</h2>
                  <p class="cl-words" lang={words().language} dir={directionOf(words().language)}>
                    {words().text}
                  </p>
                </section>
              )}
            </Show>
            <Words excerpt={excerpt()} />
            <Show when={excerpt().signing}>
              {(signing) => <Signing excerpt={excerpt()} signing={signing()} />}
            </Show>
            <p class="cl-hash">
              {t('conferences.frozenOn', { date: formats().dateTime(excerpt().frozenAt) })}.{' '}
              {t('conferences.hash')} <code dir="ltr">{excerpt().hash}</code>
            </p>
          </article>
        );
      }}
    </Answered>
  );
}

function Words(props: { excerpt: Excerpt }): JSX.Element {
  const { t } = useMessages();
  return (
    <div class="ex-w" lang="it" dir="ltr">
      <For each={props.excerpt.blocks.filter(({ text, original }) => text !== '' || original !== null)}>
        {(block) => (
          <Switch fallback={<p lang={block.language ?? undefined}>{block.text}</p>}>
            <Match when={block.kind === 'heading' && block.level === 2}>
              <h2>{block.text}</h2>
            </Match>
            <Match when={block.kind === 'heading'}>
              <h3>{block.text}</h3>
            </Match>
            <Match when={block.kind === 'item'}>
              <p class="ex-i">{block.text}</p>
            </Match>
            <Match when={block.kind === 'decision' || block.kind === 'dissent'}>
              <p class="ex-d" data-kind={block.kind}>
                <b>{t(block.kind === 'decision' ? 'closing.decision' : 'closing.dissent')}</b> {block.text}
              </p>
            </Match>
            <Match when={block.kind === 'voice'}>
              <blockquote>
                <Show when={block.original}>
                  {(original) => (
                    <p lang={block.language ?? undefined} dir="auto">
                      {original()}
                    </p>
                  )}
                </Show>
                <p>{block.text}</p>
              </blockquote>
            </Match>
          </Switch>
        )}
      </For>
    </div>
  );
}

/** She signs what she was given to read, adds her words, or refuses with them. */
function Signing(props: { excerpt: Excerpt; signing: NonNullable<Excerpt['signing']> }): JSX.Element {
  const { t, formats, language } = useMessages();
  const [objecting, setObjecting] = createSignal(false);
  const [words, setWords] = createSignal('');
  const id = newId(SignatureId);
  const sign = createAction(
    (answer: 'signed' | 'refused') =>
      call(minutesEndpoints.sign, {
        params: { householdId: props.excerpt.householdId, conferenceId: props.excerpt.conferenceId },
        body: {
          id,
          attendee: props.signing.attendee,
          answer,
          hash: props.excerpt.hash,
          language: language(),
          words: objecting() ? words().trim() || null : null,
          dissent: answer === 'signed' && objecting(),
          device: null,
        },
      }),
    { touches: () => [keys.myMinutes] },
  );
  return (
    <section class="ex-s" aria-label={t('closing.signTitle')}>
      <Show
        when={props.signing.answer === null}
        fallback={
          <p role="status" class={props.signing.answer === 'signed' ? 'cl-ok' : 'cl-c'}>
            {t(props.signing.answer === 'signed' ? 'closing.youSigned' : 'closing.youRefused', {
              date: formats().dateTime(props.signing.at ?? ''),
            })}
          </p>
        }
      >
        <h2>{t('closing.signTitle')}</h2>
        <p>
          {t('closing.youWereThere')}{' '}
          <Show when={props.excerpt.points.length < props.excerpt.pointsInAll}>{t('closing.signsAll')}</Show>
        </p>
        <Show when={objecting()}>
          <Field
            label={t('closing.words')}
            hint={t('closing.wordsHint')}
            error={fieldWords(t, sign.problemAt('words'))}
            required
          >
            <TextArea
              rows={4}
              value={words()}
              onValue={setWords}
              dir={directionOf(language())}
              lang={language()}
              maxlength={4000}
              autofocus
            />
          </Field>
        </Show>
        <RefusalNote refusal={unlessSaid(sign.refusal())} />
        <div class="ex-a">
          <Show
            when={objecting()}
            fallback={
              <>
                <Button kind="primary" busy={sign.busy()} onClick={() => void sign.run('signed')}>
                  {t('closing.signAct')}
                </Button>
                <Button onClick={() => setObjecting(true)}>{t('closing.haveWords')}</Button>
              </>
            }
          >
            <Button kind="primary" busy={sign.busy()} onClick={() => void sign.run('signed')}>
              {t('closing.dissentAct')}
            </Button>
            <Button busy={sign.busy()} onClick={() => void sign.run('refused')}>
              {t('closing.refuseAct')}
            </Button>
            <Button kind="quiet" onClick={() => setObjecting(false)}>
              {t('ui.cancel')}
            </Button>
          </Show>
        </div>
      </Show>
    </section>
  );
}
