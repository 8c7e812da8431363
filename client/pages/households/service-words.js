/** The words of a service of the catalogue. */
import { servicesByRight } from '../../../shared/records/referrals.ts';
/** The contract's services are an enum made of the catalogue; its names are the keys of their words. */
const isService = (name) => Object.values(servicesByRight)
    .flat()
    .some((one) => one === name);
export const serviceKey = (name) => isService(name) ? `referrals.service.${name}` : 'referrals.service';
