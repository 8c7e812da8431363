/** The words of a service of the catalogue. */
import { servicesByRight } from '../../../shared/records/referrals.ts';
import type { Right } from '../../../shared/records/rights.ts';
import type { MessageKey } from '../../messages/translate.ts';

type ServiceName = (typeof servicesByRight)[Right][number];

/** The contract's services are an enum made of the catalogue; its names are the keys of their words. */
const isService = (name: string): name is ServiceName =>
  Object.values(servicesByRight)
    .flat()
    .some((one) => one === name);

export const serviceKey = (name: string): MessageKey =>
  isService(name) ? `referrals.service.${name}` : 'referrals.service';
