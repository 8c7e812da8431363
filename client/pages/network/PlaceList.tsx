/** The same bodies as a list by district, each with what it helps with, its spaces, partnership and networks. */
import { For, type JSX, Show } from 'solid-js';
import type { BodyId } from '../../../shared/ids.ts';
import { needsMet } from '../../../shared/records/needs.ts';
import type { NetworkTie, Partner } from '../../../shared/records/partners.ts';
import type { Space } from '../../../shared/records/spaces.ts';
import type { WritesFor } from '../../../shared/records/territory.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { districts } from './city-sketch.ts';
import { resourcesOf } from './map-filter.ts';
import { PlaceActs, SpaceActs } from './PlaceActs.tsx';

export type PlaceListProps = {
  partners: readonly Partner[];
  /** Those that the filter hides too: names of networks. */
  all: readonly Partner[];
  known: { readonly spaces: readonly Space[]; readonly ties: readonly NetworkTie[] };
  district: number | null;
  chosen: BodyId | null;
  onDistrict: (district: number | null) => void;
  onChosen: (body: BodyId | null) => void;
  onNetwork: (casa: BodyId) => void;
  writesFor: WritesFor;
};

export function PlaceList(props: PlaceListProps): JSX.Element {
  const { t } = useMessages();
  const near = () =>
    props.district === null
      ? props.partners
      : props.partners.filter(({ district }) => district === props.district);
  const groups = () =>
    [...districts.map(({ number }) => number), null]
      .map((number) => ({ number, partners: near().filter(({ district }) => district === number) }))
      .filter(({ partners }) => partners.length > 0);
  return (
    <div class="terr-list">
      <p class="muted xs" role="status">
        {t('territory.map.found', { count: near().length })}
      </p>
      <Show
        when={near().length > 0}
        fallback={
          <EmptyState size="part" title={t('territory.map.found', { count: 0 })}>
            {t('territory.map.nothingNext')}
          </EmptyState>
        }
      >
        <For each={groups()}>
          {(group) => (
            <section>
              <h2>
                <Show when={group.number} fallback={t('territory.map.citywide')}>
                  {(n) => (
                    <button
                      type="button"
                      aria-pressed={props.district === n()}
                      onClick={() => props.onDistrict(props.district === n() ? null : n())}
                    >
                      {t('territory.map.district', { n: n() })}
                    </button>
                  )}
                </Show>
              </h2>
              <ul class="dir">
                <For each={group.partners}>{(partner) => <Place {...props} partner={partner} />}</For>
              </ul>
            </section>
          )}
        </For>
      </Show>
    </div>
  );
}

function Place(props: PlaceListProps & { partner: Partner }): JSX.Element {
  const { t, formats } = useMessages();
  let details: HTMLDetailsElement | undefined;
  const id = () => props.partner.body.id;
  const spaces = () => props.known.spaces.filter(({ body }) => body.id === id());
  const needs = () => needsMet(resourcesOf(props.partner, props.known.spaces));
  const nameOf = (bodyId: BodyId) => props.all.find(({ body }) => body.id === bodyId)?.body.name ?? '';
  const members = () => props.known.ties.filter(({ casaId }) => casaId === id());
  whenChanged(
    () => props.chosen,
    (chosen) => {
      if (chosen !== id() || details === undefined) return;
      details.open = true;
      details.scrollIntoView({ block: 'nearest' });
    },
    { defer: true },
  );
  return (
    <li>
      <details
        class="dir-b"
        ref={(element) => {
          details = element;
        }}
        onToggle={(event) => {
          if (event.currentTarget.open) props.onChosen(id());
          else if (props.chosen === id()) props.onChosen(null);
        }}
      >
        <summary>
          <SectorMark sector={props.partner.body.sector} named />
          <span class="dir-n">
            <span dir="auto">{props.partner.body.name}</span>
            <small>
              <span class="cap">{t(`functions.bodyKind.${props.partner.body.kind}`)}</span>
              <Show when={props.partner.area}>
                {(area) => (
                  <>
                    {' · '}
                    <bdi>{area()}</bdi>
                  </>
                )}
              </Show>
            </small>
          </span>
        </summary>
        <div class="dir-d">
          <dl>
            <Show when={needs().length > 0}>
              <dt>{t('territory.map.helps')}</dt>
              <dd>{formats().list(needs().map((need) => t(`territory.need.${need}`)))}</dd>
            </Show>
            <Show when={props.partner.languages.length > 0}>
              <dt>{t('territory.map.speaks')}</dt>
              <dd>{formats().list(props.partner.languages.map((one) => t(`functions.language.${one}`)))}</dd>
            </Show>
            <Show when={spaces().length > 0}>
              <dt>{t('territory.space.list')}</dt>
              <dd>
                <For each={spaces()}>{(space) => <SpaceWords space={space} />}</For>
              </dd>
            </Show>
            <Show when={props.partner.partnership} keyed>
              {(partnership) => (
                <>
                  <dt>{t('territory.map.contact')}</dt>
                  <dd>
                    <bdi>
                      {formats().list([partnership.contactName, partnership.contactRole].filter(Boolean))}
                    </bdi>
                    <Show when={partnership.contactPhone}>
                      {(phone) => (
                        <>
                          {' · '}
                          <a href={`tel:${phone()}`} dir="ltr">
                            {phone()}
                          </a>
                        </>
                      )}
                    </Show>
                    <br />
                    <span class="muted">
                      {t('territory.map.partnerSince', {
                        agreement: t(`territory.agreement.${partnership.agreement}`),
                        day: formats().date(partnership.since, 'long'),
                      })}
                    </span>
                  </dd>
                </>
              )}
            </Show>
            <Show when={members().length > 0}>
              <dt>{t('territory.map.itsNetwork')}</dt>
              <dd>
                {t('territory.map.networkCount', { count: members().length })}{' '}
                <Button small kind="quiet" onClick={() => props.onNetwork(id())}>
                  {t('territory.map.showNetwork')}
                </Button>
              </dd>
            </Show>
            <Show when={props.known.ties.some(({ bodyId }) => bodyId === id())}>
              <dt>{t('territory.map.inNetworks')}</dt>
              <dd>
                <For each={props.known.ties.filter(({ bodyId }) => bodyId === id())}>
                  {(tie) => (
                    <div>
                      <bdi>{nameOf(tie.casaId)}</bdi>
                      <span class="muted"> · {t(`territory.tie.${tie.kind}`)}</span>
                    </div>
                  )}
                </For>
              </dd>
            </Show>
          </dl>
          <PlaceActs
            partner={props.partner}
            all={props.all}
            ties={props.known.ties}
            writesFor={props.writesFor}
          />
        </div>
      </details>
    </li>
  );
}

function SpaceWords(props: { space: Space }): JSX.Element {
  const { t, formats } = useMessages();
  return (
    <div class="space-w">
      <b dir="auto">{props.space.name}</b>
      {' · '}
      {formats().list(props.space.resources.map((one) => t(`territory.resource.${one}`)))}
      <br />
      <span class="muted">
        {t('territory.space.holds', { count: props.space.capacity })}
        {' · '}
        {props.space.stepFree ? t('territory.space.stepFree') : t('territory.space.steps')}
        <Show when={props.space.hours}>
          {' · '}
          <bdi>{props.space.hours}</bdi>
        </Show>
      </span>
      <Show when={props.space.note}>
        <br />
        <span dir="auto">{props.space.note}</span>
      </Show>
      <SpaceActs space={props.space} />
    </div>
  );
}
