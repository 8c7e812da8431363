/** The family's pact and money, on its own page: what waits for a signature first, sums in plain words. */
import { For, Show } from 'solid-js';
import { grantEndpoints } from '../../../shared/records/grants.ts';
import { pactEndpoints } from '../../../shared/records/pacts.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { isolate } from '../isolate.ts';
export default function FamilyPact(props) {
    const { t } = useMessages();
    const input = { params: { householdId: props.householdId } };
    const pacts = createRead(pactEndpoints.list, () => ({
        key: householdKey(props.householdId, 'pacts'),
        input,
    }));
    const grants = createRead(grantEndpoints.ofFamily, () => ({
        key: householdKey(props.householdId, 'grants', 'plain'),
        input,
    }));
    const shown = () => pacts.value()?.pacts.filter(({ status }) => status !== 'ended') ?? [];
    return (<>
      <Show when={shown().length > 0}>
        <section class="sect">
          <div class="sect-h">
            <h2>{t('pacts.fam.title')}</h2>
          </div>
          <ul>
            <For each={shown()}>{(pact) => <OwnPact pact={pact}/>}</For>
          </ul>
        </section>
      </Show>
      <Show when={(grants.value()?.grants.length ?? 0) > 0}>
        <section class="sect">
          <div class="sect-h">
            <h2>{t('pacts.fam.grants')}</h2>
          </div>
          <ul>
            <For each={grants.value()?.grants}>{(grant) => <OwnGrant grant={grant}/>}</For>
          </ul>
        </section>
      </Show>
    </>);
}
function OwnPact(props) {
    const { t, formats } = useMessages();
    const waits = () => props.pact.parties.some(({ canAnswer }) => canAnswer === 'self');
    return (<li class="line">
      <span class="person-t">
        <b>
          {t('pacts.between', {
            manager: isolate(props.pact.caseManager.name),
            beneficiary: isolate(props.pact.beneficiary.name),
        })}
        </b>
        <small>
          {waits() ? t('pacts.fam.waits') : t(`pacts.status.${props.pact.status}`)}
          {' · '}
          {t('pacts.fam.until', { date: formats().date(props.pact.until, 'long') })}
        </small>
      </span>
      <span class="end">
        <ButtonLink small kind={waits() ? 'primary' : 'plain'} href={`/sign/${props.pact.householdId}/${props.pact.id}`}>
          {t(waits() ? 'pacts.fam.readSign' : 'pacts.fam.read')}
        </ButtonLink>
      </span>
    </li>);
}
function OwnGrant(props) {
    const { t, formats } = useMessages();
    const words = () => {
        const { status, requestedCents, approvedCents, paidCents } = props.grant;
        const sum = formats().cents(approvedCents ?? requestedCents);
        const paid = formats().cents(paidCents);
        const said = t(`grants.plain.${status}`, { sum, paid });
        return status === 'approved' && paidCents > 0 ? `${said} · ${t('grants.plain.paid', { paid })}` : said;
    };
    return (<li class="line">
      <span class="person-t">
        <b class="cap">{t(`grants.category.${props.grant.category}`)}</b>
        <small>{words()}</small>
      </span>
    </li>);
}
