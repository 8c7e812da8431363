/**
 * What happens to the copies on this device as people come and go. Whoever signs in on a device that is theirs: their
 * copies are visited one after another, so that what waits is sent, what changed comes in, and what one may no longer
 * open goes. Anybody else's copies are wiped, and everything once nobody is signed in: then unsaved words are left behind.
 */
import { type Accessor, createEffect, on } from 'solid-js';
import type { PersonId } from '../../shared/ids.ts';
import { type CopyName, listCopies, wipeCopy } from './copy-names.ts';
import type { OpenDocuments } from './open-documents.ts';

export type Keeping = {
  /** Undefined while nobody is signed in; `unknown` until the server has said. */
  readonly person: Accessor<PersonId | 'unknown' | undefined>;
  readonly keptFor: Accessor<PersonId | undefined>;
  /** Nobody is signed in any more: the device is nobody's. */
  readonly forgetChoice: () => void;
  readonly documents: OpenDocuments;
};

/** Call once, under an owner. Loads what reads copies only where there are any. */
export function keepDocuments({ person, keptFor, forgetChoice, documents }: Keeping): void {
  let round = 0;
  createEffect(
    on([person, keptFor], ([who, owner]) => {
      round += 1;
      const own = round;
      if (who === 'unknown') return;
      if (who === undefined) forgetChoice();
      else documents.leftBehind.belongTo(who);
      void settle(who, owner, () => round === own);
    }),
  );

  async function settle(
    who: PersonId | undefined,
    owner: PersonId | undefined,
    isCurrent: () => boolean,
  ): Promise<void> {
    const copies = await listCopies();
    if (copies.length === 0) return;
    const reading = await import('./copy-visits.ts');
    const others = copies.filter((name) => name.person !== owner);
    for (const name of others) {
      if (!isCurrent()) return;
      // Somebody else's words are not even read while another person is here.
      if (who === undefined || who === name.person) await giveBack(name, reading);
      else await wipeCopy(name);
    }
    const own = copies.filter((name) => name.person === owner);
    await reading.visitCopies(own, documents, isCurrent);
  }

  async function giveBack(
    name: CopyName,
    { unsavedWordsIn }: typeof import('./copy-visits.ts'),
  ): Promise<void> {
    const words = await unsavedWordsIn(name);
    if (words) documents.leftBehind.keep({ ...words, why: 'ended', owner: name.person });
    await wipeCopy(name);
  }
}
