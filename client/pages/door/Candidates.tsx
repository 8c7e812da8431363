/** What may be the same family, field by field beside the report. A person merges; nothing merges by itself (D8). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import IconSame from '~icons/lucide/equal';
import IconNear from '~icons/lucide/equal-approximately';
import IconDifferent from '~icons/lucide/equal-not';
import { MergeId, newId } from '../../../shared/ids.ts';
import {
  type Candidate,
  duplicateEndpoints,
  type Identity,
  type Likeness,
} from '../../../shared/records/duplicates.ts';
import type { Report } from '../../../shared/records/reports.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { createRead } from '../../api/read.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';

const rows = ['name', 'birth', 'phone', 'dueDate', 'children', 'language'] as const;

export function Candidates(props: { report: Report }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const [merging, setMerging] = createSignal<Candidate>();
  const read = createRead(duplicateEndpoints.candidates, () => ({
    key: [...keys.reports, 'candidates', props.report.id],
    input: { params: { reportId: props.report.id } },
  }));
  const params = () => ({ reportId: props.report.id });
  const dismiss = createAction(
    (target: Candidate['target']) => call(duplicateEndpoints.dismiss, { params: params(), body: { target } }),
    { touches: () => [keys.reports], toast: true },
  );
  const said = (identity: Identity, row: (typeof rows)[number]): string => {
    switch (row) {
      case 'birth':
      case 'dueDate': {
        const day = identity[row];
        return day ? formats().date(day, 'long') : '–';
      }
      case 'children':
        return (
          joined(
            t,
            identity.childBirths.map((day) => formats().date(day, 'numeric')),
          ) || '–'
        );
      case 'language':
        return (
          joined(
            t,
            identity.languages.map((code) => t(`functions.language.${code}`)),
          ) || '–'
        );
      default:
        return identity[row] ?? '–';
    }
  };
  const mine = (): Identity => ({
    name: props.report.content?.name ?? null,
    birth: props.report.content?.birth ?? null,
    phone: props.report.content?.phone ?? null,
    dueDate: props.report.content?.dueDate ?? null,
    childBirths: props.report.content?.children.flatMap(({ birth }) => birth ?? []) ?? [],
    languages: props.report.content?.language ? [props.report.content.language] : [],
  });
  return (
    <section class="door-dup" aria-label={t('door.duplicates')}>
      <h3>{t('door.duplicates')}</h3>
      <p class="soft">{t('door.duplicatesNote')}</p>
      <Answered read={read} lines={3}>
        {(answer) => (
          <Show
            when={answer().candidates.length > 0}
            fallback={<p class="muted">{t('door.noDuplicates')}</p>}
          >
            {/* A wide table scrolls by itself, and so must be reachable by keyboard. */}
            <section class="door-dup-w" tabindex="0" aria-label={t('door.duplicates')}>
              <table>
                <thead>
                  <tr>
                    <td />
                    <th scope="col">{t('door.thisOne')}</th>
                    <For each={answer().candidates}>
                      {(candidate) => (
                        <th scope="col">
                          <bdi>{candidate.number}</bdi>
                          <small>
                            {[
                              candidate.status
                                ? t(`households.status.${candidate.status}`)
                                : candidate.sender?.name,
                              formats().date(candidate.since),
                            ].join(' · ')}
                          </small>
                        </th>
                      )}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={rows}>
                    {(row) => (
                      <tr>
                        <th scope="row">{t(`door.${row}`)}</th>
                        <td dir="auto">{said(mine(), row)}</td>
                        <For each={answer().candidates}>
                          {(candidate) => (
                            <td data-like={candidate.comparison[row]}>
                              <LikenessMark likeness={candidate.comparison[row]} />
                              <span dir="auto">{said(candidate.identity, row)}</span>
                            </td>
                          )}
                        </For>
                      </tr>
                    )}
                  </For>
                  <tr class="door-act">
                    <td colspan="2" />
                    <For each={answer().candidates}>
                      {(candidate) => (
                        <td>
                          <Button small onClick={() => setMerging({ ...candidate })}>
                            {t('door.merge')}
                          </Button>
                          <Button small kind="quiet" onClick={() => void dismiss.run(candidate.target)}>
                            {t('door.notHer')}
                          </Button>
                        </td>
                      )}
                    </For>
                  </tr>
                </tbody>
              </table>
            </section>
          </Show>
        )}
      </Answered>
      <Show when={merging()} keyed>
        {(candidate) => (
          <MergeDialog
            report={props.report}
            candidate={candidate}
            onClose={() => setMerging(undefined)}
            onDone={() => showToast({ text: t('door.merged', { number: candidate.number }) })}
          />
        )}
      </Show>
    </section>
  );
}

const icons = { same: IconSame, near: IconNear, different: IconDifferent } as const;

function LikenessMark(props: { likeness: Likeness }): JSX.Element {
  const { t } = useMessages();
  const known = () => (props.likeness === 'unknown' ? undefined : props.likeness);
  return (
    <Show when={known()}>
      {(likeness) => (
        <span class="door-mark" role="img" aria-label={t(`door.like.${likeness()}`)}>
          <Dynamic component={icons[likeness()]} aria-hidden="true" />
        </span>
      )}
    </Show>
  );
}

function MergeDialog(props: {
  report: Report;
  candidate: Candidate;
  onClose: () => void;
  onDone: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const id = newId(MergeId);
  const merge = createAction(
    (reason: string) =>
      call(duplicateEndpoints.merge, {
        params: { reportId: props.report.id },
        body: { id, into: props.candidate.target, reason, version: props.report.version },
      }),
    { touches: () => [keys.reports], onDone: () => props.onDone() },
  );
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('door.mergeTitle', { number: props.candidate.number })}
      description={t('door.mergeNote')}
      act={t('door.merge')}
      action={merge}
    />
  );
}
