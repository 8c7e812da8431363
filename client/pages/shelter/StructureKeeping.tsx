/** Structures for the coordination: which there are, whom they take, what is free today; it books nothing. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { structureEndpoints } from '../../../shared/records/structures.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Tag } from '../../ui/state.tsx';
import { ChronicityPart } from '../admin/ChronicityPart.tsx';
import { AddStructureDialog } from './AddStructureDialog.tsx';

export function StructureKeeping(): JSX.Element {
  const { t, formats } = useMessages();
  const [adding, setAdding] = createSignal(false);
  const read = createRead(structureEndpoints.list, () => ({
    key: [...keys.structures, 'today'],
    input: { query: { days: 1 } },
  }));
  return (
    <Page>
      <header class="top">
        <PageHeading>{t('shelter.title')}</PageHeading>
        <div class="top-a">
          <Button kind="primary" onClick={() => setAdding(true)}>
            {t('keep.shelter.addOne')}
          </Button>
        </div>
      </header>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('keep.shelter.list')}</h2>
        </div>
        <Answered read={read} lines={5}>
          {(answer) => (
            <Show
              when={answer().structures.length > 0}
              fallback={
                <EmptyState size="part" title={t('shelter.noStructures')}>
                  {t('shelter.noStructuresNext')}
                </EmptyState>
              }
            >
              <ul>
                <For each={answer().structures}>
                  {(one) => (
                    <li class="line">
                      <span class="person-t">
                        <b dir="auto">{one.body.name}</b>
                        <small>
                          {[
                            t(`functions.bodyKind.${one.body.kind}`),
                            `${formats().number(one.capacity)} ${t('shelter.places')}`,
                            one.takesPregnant && t('keep.shelter.pregnant'),
                            one.takesChildren && t('keep.shelter.children'),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </small>
                      </span>
                      <span class="end">
                        <Show when={one.open} fallback={<Tag>{t('shelter.closed')}</Tag>}>
                          {t('shelter.free', { count: Math.max(0, one.free[0] ?? 0) })}
                        </Show>
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Answered>
      </section>
      <ChronicityPart />
      <Show when={adding()}>
        <AddStructureDialog onClose={() => setAdding(false)} />
      </Show>
    </Page>
  );
}
