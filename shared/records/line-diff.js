/** Two texts compared line by line, as the versions of a procedure are read beside each other. */
/**
 * The fewest lines that have to be removed and added to make `before` into `after` (longest common subsequence, Hunt and
 * McIlroy 1976), in reading order; at a change what was removed stands before what was added. Lines × lines of memory:
 * for texts people write by hand.
 */
export function compareLines(before, after) {
    const [old, fresh] = [linesOf(before), linesOf(after)];
    const common = commonLengths(old, fresh);
    const at = (i, j) => common[i]?.[j] ?? 0;
    const lines = [];
    let [i, j] = [0, 0];
    while (i < old.length || j < fresh.length) {
        const [was, is] = [old[i], fresh[j]];
        if (was !== undefined && was === is) {
            lines.push({ kind: 'same', text: was });
            i++;
            j++;
        }
        else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
            lines.push({ kind: 'removed', text: was });
            i++;
        }
        else if (is !== undefined) {
            lines.push({ kind: 'added', text: is });
            j++;
        }
    }
    return lines;
}
const linesOf = (text) => (text === '' ? [] : text.replaceAll('\r\n', '\n').split('\n'));
/** `[i][j]`: how many lines the rest of `old` from i and the rest of `fresh` from j have in common. */
function commonLengths(old, fresh) {
    const lengths = Array.from({ length: old.length + 1 }, () => new Array(fresh.length + 1).fill(0));
    for (let i = old.length - 1; i >= 0; i--) {
        for (let j = fresh.length - 1; j >= 0; j--) {
            const [row, below] = [lengths[i], lengths[i + 1]];
            if (row === undefined || below === undefined)
                continue;
            row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
        }
    }
    return lengths;
}
