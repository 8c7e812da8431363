/** Families from a spreadsheet: tried first, then taken; what is wrong goes back with its explanation. */
import './data.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { writeCsv } from '../../../shared/csv.ts';
import {
  ImportColumn,
  type ImportedFamily,
  type ImportProblem,
  type ImportReport,
  importColumns,
  importEndpoints,
  longestFile,
  neededColumns,
  rejectedLines,
} from '../../../shared/records/imports.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords, RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import type { Translate } from '../../messages/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileInput } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import { saveFile, textFile } from '../save-file.ts';

export function DataAdmin(): JSX.Element {
  const { t } = useMessages();
  const [csv, setCsv] = createSignal<string>();
  const [tooLong, setTooLong] = createSignal(false);
  const [report, setReport] = createSignal<{ readonly taken: boolean; readonly value: ImportReport }>();
  const check = createAction((text: string) => call(importEndpoints.check, { body: { csv: text } }), {
    onDone: (value) => setReport({ taken: false, value }),
  });
  const take = createAction((text: string) => call(importEndpoints.take, { body: { csv: text } }), {
    onDone: (value) => setReport({ taken: true, value }),
    touches: () => [keys.households],
  });
  const choose = async (file: File | undefined) => {
    setReport(undefined);
    check.clear();
    take.clear();
    setTooLong(false);
    setCsv(undefined);
    if (file === undefined) return;
    // a byte is at least a quarter of a character; reading a huge file only to refuse it would take long
    const text = file.size > longestFile * 4 ? null : await file.text();
    if (text === null || text.length > longestFile) setTooLong(true);
    else setCsv(text);
  };
  const wrong = () =>
    tooLong() ? t('data.tooLong') : fieldWords(t, check.problemAt('csv') ?? take.problemAt('csv'));
  const good = () => report()?.value.families.filter(({ state }) => state === 'new').length ?? 0;
  return (
    <section class="data" aria-labelledby="data-import">
      <h2 id="data-import">{t('data.import')}</h2>
      <p class="data-x muted">{t('data.explain')}</p>
      <Columns />
      <div class="data-f">
        <Field label={t('data.file')} error={wrong()}>
          <FileInput accept=".csv,text/csv" onFile={(file) => void choose(file)} />
        </Field>
        <Button onClick={() => saveFile('trama-nuclei.csv', textFile(model(), 'text/csv'))}>
          {t('data.model')}
        </Button>
        <Button
          kind={report() === undefined ? 'primary' : 'plain'}
          busy={check.busy()}
          unavailable={csv() === undefined}
          onClick={() => {
            const text = csv();
            if (text !== undefined) void check.run(text);
          }}
        >
          {t('data.check')}
        </Button>
        <Show when={!report()?.taken && good() > 0}>
          <Button
            kind="primary"
            busy={take.busy()}
            onClick={() => {
              const text = csv();
              if (text !== undefined) void take.run(text);
            }}
          >
            {t('data.take', { count: good() })}
          </Button>
        </Show>
      </div>
      <Show when={wrong() === undefined}>
        <RefusalNote refusal={check.refusal() ?? take.refusal()} />
      </Show>
      <div role="status">
        <Show when={report()}>
          {(shown) => <Outcome report={shown().value} taken={shown().taken} csv={csv() ?? ''} />}
        </Show>
      </div>
    </section>
  );
}

function Columns(): JSX.Element {
  const { t } = useMessages();
  const isNeeded = (column: ImportColumn) => neededColumns.some((needed) => needed === column);
  return (
    <details class="data-c">
      <summary>{t('data.columns')}</summary>
      <ul>
        <For each={ImportColumn.options}>
          {(column) => (
            <li>
              <code>{importColumns[column]}</code>{' '}
              <span class="muted xs">{isNeeded(column) ? t('data.needed') : t('data.optional')}</span>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}

function Outcome(props: { report: ImportReport; taken: boolean; csv: string }): JSX.Element {
  const { t, formats } = useMessages();
  const count = (state: ImportedFamily['state']) =>
    props.report.families.filter((family) => family.state === state).length;
  const rejected = () => rejectedLines(props.csv, props.report, (problem) => problemWords(problem, t));
  return (
    <>
      <p class="data-s">
        <strong>
          {props.taken
            ? t('data.taken', { count: count('new') })
            : t('data.summary', { good: count('new'), known: count('known'), wrong: count('wrong') })}
        </strong>
        <Show when={props.report.ignored.length > 0}>
          {' '}
          {t('data.ignored', { columns: formats().list(props.report.ignored) })}
        </Show>
      </p>
      <Show when={rejected()}>
        {(file) => (
          <Button small onClick={() => saveFile('trama-da-correggere.csv', textFile(file(), 'text/csv'))}>
            {t('data.rejected')}
          </Button>
        )}
      </Show>
      <table class="t data-t">
        <thead>
          <tr>
            <th scope="col">{t('data.household')}</th>
            <th scope="col">{t('data.people')}</th>
            <th scope="col">{t('data.state')}</th>
            <th scope="col">{t('data.problems')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.report.families}>
            {(family) => (
              <tr>
                <th scope="row">
                  <bdi>{family.name || family.key}</bdi>
                  <Show when={family.code}>
                    {' '}
                    <span class="muted xs">{family.code}</span>
                  </Show>
                </th>
                <td>{family.members}</td>
                <td>
                  <Tag tone={family.state === 'wrong' ? 'late' : undefined}>
                    {t(
                      props.taken && family.state === 'new'
                        ? 'data.state.taken'
                        : `data.state.${family.state}`,
                    )}
                  </Tag>
                </td>
                <td>
                  <ul class="data-p">
                    <For each={family.problems}>
                      {(problem) => (
                        <li>
                          <span class="muted xs">{t('data.line', { line: problem.line })}</span>{' '}
                          {problemWords(problem, t)}
                        </li>
                      )}
                    </For>
                  </ul>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </>
  );
}

const problemWords = ({ column, code }: ImportProblem, t: Translate): string =>
  t('data.at', { column: importColumns[column], problem: t(`data.problem.${code}`) });

/** A file with every column and one family, to begin from. */
const model = (): string =>
  writeCsv([
    ImportColumn.options.map((column) => importColumns[column]),
    [
      '1',
      'Rossi',
      6,
      'Barriera di Milano',
      'it ar',
      'tutor@example.org',
      'Anna Rossi',
      'madre',
      'f',
      '1994-05-03',
      'Italia',
      'it',
      'sì',
      null,
      null,
    ],
    ['1', null, null, null, null, null, 'Leo', 'figlio', 'm', '2025-11-20', 'Italia', null, null, null, null],
  ]);
