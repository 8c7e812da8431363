/**
 * What happens to the copies on this device as people come and go. Whoever signs in on a device that is theirs: their
 * copies are visited one after another, so that what waits is sent, what changed comes in, and what one may no longer
 * open goes. Anybody else's copies are wiped, and everything once nobody is signed in: then unsaved words are left behind.
 */
import { createEffect, on } from 'solid-js';
import { listCopies, wipeCopy } from './copy-names.ts';
/** Call once, under an owner. Loads what reads copies only where there are any. */
export function keepDocuments({ person, keptFor, forgetChoice, documents }) {
    let round = 0;
    createEffect(on([person, keptFor], ([who, owner]) => {
        round += 1;
        const own = round;
        if (who === 'unknown')
            return;
        if (who === undefined)
            forgetChoice();
        else
            documents.leftBehind.belongTo(who);
        void settle(who, owner, () => round === own);
    }));
    async function settle(who, owner, isCurrent) {
        const copies = await listCopies();
        if (copies.length === 0)
            return;
        const reading = await import('./copy-visits.ts');
        const others = copies.filter((name) => name.person !== owner);
        for (const name of others) {
            if (!isCurrent())
                return;
            // Somebody else's words are not even read while another person is here.
            if (who === undefined || who === name.person)
                await giveBack(name, reading);
            else
                await wipeCopy(name);
        }
        const own = copies.filter((name) => name.person === owner);
        await reading.visitCopies(own, documents, isCurrent);
    }
    async function giveBack(name, { unsavedWordsIn }) {
        const words = await unsavedWordsIn(name);
        if (words)
            documents.leftBehind.keep({ ...words, why: 'ended', owner: name.person });
        await wipeCopy(name);
    }
}
