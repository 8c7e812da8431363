/** Accounts and households of the demo network by the names its story gives them. */
import type { DemoNetwork } from './program.ts';

export type Account = DemoNetwork['accounts'][number];

/** The account of the person with this name, as in "Paola Ruffinatto". */
export function accountOf(network: DemoNetwork, name: string): Account {
  const account = network.accounts.find((one) => one.name === name);
  if (!account) throw new Error(`the demo network has nobody called ${name}`);
  return account;
}

/** The id of the household with this code, as in "TRM-001". */
export function householdOf(network: DemoNetwork, code: string): string {
  const household = network.households.find((one) => one.code === code);
  if (!household) throw new Error(`the demo network has no household ${code}`);
  return household.id;
}

/** A session's cookie, as a program that is no browser would carry it. */
export async function cookieOf(url: string, account: Account): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: account.email, password: account.password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || !cookie) throw new Error(`${account.name} could not sign in: ${response.status}`);
  return cookie;
}
