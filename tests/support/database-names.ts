/** What the run's set-up and the test files must agree on. */
export const templateName = 'trama_template';

/** The address of another database of the same server. */
export function urlOf(postgresUrl: string, database: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}
