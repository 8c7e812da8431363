/** The indicators as of a day, of the network or of a part of it: counts, never people. */
import '../pages.css';
import './numbers.css';
import { useSearchParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import IconDownload from '~icons/lucide/download';
import IconPrinter from '~icons/lucide/printer';
import { Day, dayOf } from '../../../shared/dates.ts';
import { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import { type Indicators, indicatorEndpoints } from '../../../shared/records/indicators.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/dates.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput } from '../../ui/inputs.tsx';
import { Refused } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { saveFile, textFile } from '../save-file.ts';
import { IndicatorFigure } from './IndicatorFigure.tsx';
import { type Group, groups, indicatorsCsv } from './indicator-words.ts';
import { ViewSelect, viewWords } from './ViewSelect.tsx';

const { policy } = indicatorEndpoints.read;

export default function NumbersPage(): JSX.Element {
  const me = useMe();
  const may = () => policy.kind === 'functions' && policy.functions.includes(me().function);
  return (
    <Page>
      <Show when={may()} fallback={<Refused />}>
        <Numbers />
      </Show>
    </Page>
  );
}

function Numbers(): JSX.Element {
  const { t } = useMessages();
  const [search, setSearch] = useSearchParams();
  const today = dayOf(new Date());
  const asOf = () => Day.safeParse(search.asOf).data ?? today;
  const view = () => (typeof search.of === 'string' ? search.of : '');
  const read = createRead(indicatorEndpoints.read, () => ({
    key: [...keys.indicators, { asOf: asOf(), of: view() }],
    input: { query: { asOf: asOf() === today ? undefined : asOf(), ...filterOf(view()) } },
    keepFormer: true,
  }));
  const save = (answer: Indicators) =>
    saveFile(
      `trama-${answer.asOf}.csv`,
      textFile(indicatorsCsv(answer, viewWords(view(), answer, t), t), 'text/csv'),
    );
  return (
    <>
      <header class="top">
        <PageHeading>{t('numbers.title')}</PageHeading>
        <div class="top-a">
          <Button icon={<IconPrinter class="i i-s" />} onClick={() => window.print()}>
            {t('numbers.print')}
          </Button>
          <Button
            icon={<IconDownload class="i i-s" />}
            unavailable={read.value() === undefined}
            onClick={() => {
              const answer = read.value();
              if (answer) save(answer);
            }}
          >
            {t('numbers.csv')}
          </Button>
        </div>
      </header>
      <p class="num-intro muted">{t('numbers.intro')}</p>
      <search class="filters num-f">
        <Field label={t('numbers.asOf')}>
          <DateInput
            value={asOf()}
            max={today}
            onChange={(event) => {
              const day = Day.safeParse(event.currentTarget.value).data;
              if (day && day <= today) setSearch({ asOf: day === today ? undefined : day });
            }}
          />
        </Field>
        <Field label={t('numbers.view')}>
          <ViewSelect
            value={view()}
            choices={read.value()}
            onValue={(of) => setSearch({ of: of || undefined })}
          />
        </Field>
      </search>
      <Answered read={read} lines={12}>
        {(answer) => (
          <>
            <p class="s" role="status">
              {viewWords(view(), answer(), t)}
              {' · '}
              <DateText at={answer().asOf} style="long" />
            </p>
            <For each={Object.keys(groups) as Group[]}>
              {(group) => (
                <section class="num-g" aria-labelledby={`numbers-${group}`}>
                  <h2 id={`numbers-${group}`}>{t(`numbers.group.${group}`)}</h2>
                  <For
                    each={answer().indicators.filter(({ code }) => groups[group].some((one) => one === code))}
                  >
                    {(indicator) => <IndicatorFigure indicator={indicator} />}
                  </For>
                </section>
              )}
            </For>
          </>
        )}
      </Answered>
    </>
  );
}

/** `desk:<id>`, `programme:<id>`, `district:<n>`, or everything: one at a time, as the server wants it. */
function filterOf(view: string) {
  const [kind, id] = view.split(':');
  const desk = kind === 'desk' ? BodyId.safeParse(id).data : undefined;
  const programme = kind === 'programme' ? ProgrammeId.safeParse(id).data : undefined;
  const district = kind === 'district' && /^[1-8]$/.test(id ?? '') ? Number(id) : undefined;
  return { desk, programme, district };
}
