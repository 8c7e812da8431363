/** Pictures of a journey's stations, for eyes: only when PICTURES names a folder. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export async function station(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  await page.waitForFunction(
    () => document.fonts.status === 'loaded' && !document.querySelector('.skeleton'),
  );
  await page.screenshot({ path: join(folder, `${name.replace(/\s/g, '-')}.png`) });
}
