/** Copies on one’s own device: what saying so means. */
import type { device as source } from '../it/device.ts';
import type { Translation } from '../translation.ts';

export const device = {
  what: 'Trama usually leaves nothing on a device. If you say it is yours, the documents you open stay here too: you can read and write them when there is no network, and what you wrote goes out by itself when you’re back.',
  risk: 'Families’ words stay in this browser unencrypted: whoever uses the device or reads its disk can read them. Say so only if nobody else uses it and it opens with a passcode.',
  ends: 'When you sign out, here or from another device, the copies and this choice are deleted. When you lose access to a document, its copy goes. Without a network an open page carries on, but it can’t be reloaded.',
  mine: 'This device is mine: keep a copy here of the documents I open',
  cannot: 'This browser can’t keep copies.',
} satisfies Translation<typeof source>;
