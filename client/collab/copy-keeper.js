import { openCopy } from './copy.ts';
import { wipeCopy } from './copy-names.ts';
export function createCopyKeeper(request, doc) {
    let copy;
    /** Grows when what is being opened is no longer wanted. */
    let wipes = 0;
    /** What to write beside it; without an epoch nothing is written, and a copy without it is never read. */
    let facts = {
        kind: request.kind,
        access: request.access,
        label: request.label ?? '',
        epoch: undefined,
        whole: false,
    };
    const write = (change) => {
        const next = { ...facts, ...change };
        const isNew = JSON.stringify(next) !== JSON.stringify(facts);
        facts = next;
        if (isNew && next.epoch !== undefined)
            copy?.remember({ ...next, epoch: next.epoch });
    };
    const keptNow = () => copy;
    const writeAll = () => {
        if (facts.epoch !== undefined)
            copy?.remember({ ...facts, epoch: facts.epoch });
    };
    return {
        async begin(person) {
            const before = wipes;
            const opened = await openCopy({ person, documentId: request.documentId }, doc);
            if (opened && wipes > before)
                await opened.copy.wipe();
            if (!opened || wipes > before)
                return undefined;
            copy = opened.copy;
            if (opened.kept) {
                facts = { ...facts, epoch: opened.kept.facts.epoch, whole: opened.kept.facts.whole };
                writeAll(); // access and name as they are now
            }
            return opened.kept;
        },
        async keepOpen(person, waiting) {
            if (copy)
                return;
            // Whatever another tab keeps may be of another epoch: it isn't merged into a text that is open.
            await wipeCopy({ person, documentId: request.documentId });
            await this.begin(person);
            writeAll();
            for (const update of waiting())
                keptNow()?.waits(update);
        },
        isOrigin: (origin) => copy?.isOrigin(origin) ?? false,
        isKeeping: () => copy !== undefined,
        isWhole: () => copy !== undefined && facts.whole,
        belongsTo: (epoch) => write({ epoch }),
        becameWhole: () => write({ whole: true }),
        allows: (access) => write({ access }),
        waits: (update) => copy?.waits(update),
        confirmed: (changes) => copy?.confirmed(changes),
        wipe() {
            wipes += 1;
            const gone = copy;
            copy = undefined;
            void gone?.wipe();
        },
    };
}
