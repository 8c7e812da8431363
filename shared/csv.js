/**
 * Comma-separated values, as RFC 4180 has them. What is read may come from any spreadsheet: with a byte order mark, with
 * semicolons or tabs, with any line ends. What is written opens in all of them and runs in none: a text that would be
 * taken for a formula is quoted for what it is (OWASP, "CSV Injection").
 */
/** The one that wins a tie first: a comma is also a comma. */
const separators = [';', '\t', ','];
/** Reads a whole file. Empty lines are left out; the separator is the one that the first line has most of. */
export function readCsv(file) {
    const text = file.startsWith('\uFEFF') ? file.slice(1) : file;
    const separator = separatorOf(text);
    const rows = [];
    let cells = [];
    let [at, line, startLine] = [0, 1, 1];
    const endRow = () => {
        if (cells.some((cell) => cell !== ''))
            rows.push({ line: startLine, cells });
        cells = [];
    };
    while (at < text.length) {
        if (cells.length === 0)
            startLine = line;
        if (text[at] === '"') {
            const quoted = readQuoted(text, at);
            if (quoted === null)
                return { ok: false, line: startLine, fault: 'quote-not-closed' };
            cells.push(quoted.cell);
            line += lineEndsIn(quoted.cell);
            at = quoted.next;
            const after = text[at];
            if (after !== undefined && after !== separator && !isLineEnd(after)) {
                return { ok: false, line, fault: 'text-after-quote' };
            }
        }
        else {
            const end = endOfPlain(text, at, separator);
            const cell = text.slice(at, end);
            if (cell.includes('"'))
                return { ok: false, line, fault: 'quote-inside' };
            cells.push(cell);
            at = end;
        }
        if (text[at] === separator) {
            at += 1;
            if (at === text.length)
                cells.push('');
            else if (isLineEnd(text[at] ?? ''))
                cells.push('');
            else
                continue;
        }
        if (at < text.length) {
            at += text.startsWith('\r\n', at) ? 2 : 1;
            line += 1;
        }
        endRow();
    }
    return { ok: true, separator, rows };
}
/** The cell behind an opening quote, with doubled quotes made one, and where the text goes on. */
function readQuoted(text, start) {
    for (let at = start + 1;; at += 2) {
        at = text.indexOf('"', at);
        if (at === -1)
            return null;
        if (text[at + 1] !== '"')
            return { cell: text.slice(start + 1, at).replaceAll('""', '"'), next: at + 1 };
    }
}
function endOfPlain(text, start, separator) {
    let at = start;
    while (at < text.length && text[at] !== separator && !isLineEnd(text[at] ?? ''))
        at += 1;
    return at;
}
const isLineEnd = (letter) => letter === '\n' || letter === '\r';
const lineEndsIn = (text) => text.match(/\r\n|\r|\n/g)?.length ?? 0;
function separatorOf(text) {
    const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
    const count = (separator) => first.split(separator).length;
    return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}
/**
 * A file with a byte order mark, so that spreadsheets read accents and Arabic, and line ends as RFC 4180 wants them. A
 * text that begins like a formula is preceded by an apostrophe.
 */
export const writeCsv = (rows, separator = ';') => `\uFEFF${rows.map((row) => `${row.map((cell) => writeCell(cell)).join(separator)}\r\n`).join('')}`;
function writeCell(cell) {
    if (cell === null)
        return '';
    if (typeof cell === 'number')
        return String(cell);
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[,;\t"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
