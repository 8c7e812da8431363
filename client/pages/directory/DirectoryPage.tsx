/** The directory: bodies and the people who work in them, by words and sector. */
import '../pages.css';
import './directory.css';
import { useSearchParams } from '@solidjs/router';
import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { type Body, bodyEndpoints, Sector } from '../../../shared/records/bodies.ts';
import { personEndpoints } from '../../../shared/records/people.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Person } from '../../ui/Avatar.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { personMark } from './person-words.ts';

const shelves = ['bodies', 'people'] as const;
/** Rest after the last key before asking, in milliseconds. */
const restMs = 200;

export default function DirectoryPage(): JSX.Element {
  const { t } = useMessages();
  const [search, setSearch] = useSearchParams();
  const shelf = () => shelves.find((name) => name === search.of) ?? 'bodies';
  const sector = () => Sector.safeParse(search.sector).data;
  const [words, setWords] = createSignal(typeof search.q === 'string' ? search.q : '');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => setWords(text.trim()), restMs);
  };
  onCleanup(() => clearTimeout(timer));
  return (
    <Page>
      <header class="top">
        <PageHeading>{t('directory.title')}</PageHeading>
      </header>
      <search class="filters">
        <div class="seg">
          <For each={shelves}>
            {(name) => (
              <button type="button" aria-pressed={shelf() === name} onClick={() => setSearch({ of: name })}>
                {t(`directory.${name}`)}
              </button>
            )}
          </For>
        </div>
        <TextInput
          type="search"
          aria-label={t('directory.search')}
          placeholder={t('directory.search')}
          value={words()}
          onValue={settle}
        />
        <Show when={shelf() === 'bodies'}>
          <Select
            aria-label={t('directory.sector')}
            value={sector() ?? 'any'}
            options={[
              { value: 'any', label: t('directory.anySector') },
              ...Sector.options.map((name) => ({ value: name, label: t(`functions.sector.${name}`) })),
            ]}
            onValue={(name) => setSearch({ sector: name === 'any' ? undefined : name })}
          />
        </Show>
      </search>
      <Show when={shelf() === 'bodies'} fallback={<People words={words()} />}>
        <Bodies words={words()} sector={sector()} />
      </Show>
    </Page>
  );
}

function Nothing(): JSX.Element {
  const { t } = useMessages();
  return (
    <EmptyState size="part" title={t('directory.nothing')}>
      {t('directory.nothingNext')}
    </EmptyState>
  );
}

function Bodies(props: { words: string; sector: Sector | undefined }): JSX.Element {
  const { t } = useMessages();
  const read = createRead(bodyEndpoints.list, () => ({
    key: [...keys.bodies, 'list', { q: props.words, sector: props.sector ?? '' }],
    input: { query: { q: props.words || undefined, sector: props.sector } },
    keepFormer: true,
  }));
  return (
    <Answered read={read} lines={8}>
      {(answer) => (
        <Show when={answer().bodies.length > 0} fallback={<Nothing />}>
          <p class="muted xs" role="status">
            {t('directory.count', { count: answer().bodies.length })}
          </p>
          <ul class="dir">
            <For each={answer().bodies}>{(body) => <BodyEntry body={body} />}</For>
          </ul>
        </Show>
      )}
    </Answered>
  );
}

function BodyEntry(props: { body: Body }): JSX.Element {
  const { t, formats } = useMessages();
  const where = () =>
    [
      props.body.area,
      props.body.district ? t('directory.district', { n: props.body.district }) : undefined,
    ].filter((one) => one !== undefined && one !== null);
  return (
    <li>
      <details class="dir-b">
        <summary aria-label={t('directory.details', { name: props.body.name })}>
          <SectorMark sector={props.body.sector} named />
          <span class="dir-n">
            <span dir="auto">{props.body.name}</span>
            <small>
              <span class="cap">{t(`functions.bodyKind.${props.body.kind}`)}</span>
              <For each={where()}>{(part) => <span dir="auto"> · {part}</span>}</For>
            </small>
          </span>
          <Show when={props.body.public}>
            <Tag>{t('directory.public')}</Tag>
          </Show>
        </summary>
        <div class="dir-d">
          <Show when={props.body.description}>
            <p dir="auto">{props.body.description}</p>
          </Show>
          <dl>
            <Show when={props.body.resources.length > 0}>
              <dt>{t('directory.resources')}</dt>
              <dd dir="auto">{joined(t, props.body.resources)}</dd>
            </Show>
            <Show when={props.body.languages.length > 0}>
              <dt>{t('directory.languages')}</dt>
              <dd>
                {formats().list(props.body.languages.map((language) => t(`functions.language.${language}`)))}
              </dd>
            </Show>
            <Show when={props.body.hours}>
              <dt>{t('directory.hours')}</dt>
              <dd dir="auto">{props.body.hours}</dd>
            </Show>
            <Show when={props.body.phone}>
              {(phone) => (
                <>
                  <dt>{t('admin.phone')}</dt>
                  <dd>
                    <a href={`tel:${phone()}`} dir="ltr">
                      {phone()}
                    </a>
                  </dd>
                </>
              )}
            </Show>
            <Show when={props.body.email}>
              {(email) => (
                <>
                  <dt>{t('admin.email')}</dt>
                  <dd>
                    <a href={`mailto:${email()}`} dir="ltr">
                      {email()}
                    </a>
                  </dd>
                </>
              )}
            </Show>
          </dl>
        </div>
      </details>
    </li>
  );
}

function People(props: { words: string }): JSX.Element {
  const { t, formats } = useMessages();
  const read = createRead(personEndpoints.colleagues, () => ({
    key: [...keys.people, 'list', { q: props.words }],
    input: { query: { q: props.words || undefined } },
    keepFormer: true,
  }));
  return (
    <Answered read={read} lines={8}>
      {(answer) => (
        <Show when={answer().people.length > 0} fallback={<Nothing />}>
          <p class="muted xs" role="status">
            {t('directory.peopleCount', { count: answer().people.length })}
          </p>
          <ul class="dir">
            <For each={answer().people}>
              {(person) => (
                <li class="line">
                  <Person person={personMark(t, person)} />
                  <span class="end">
                    {formats().list(person.languages.map((language) => t(`functions.language.${language}`)))}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      )}
    </Answered>
  );
}
