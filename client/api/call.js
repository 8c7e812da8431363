import { ok, Problem } from '../../shared/outcome.ts';
const refused = (code) => ({ ok: false, code, fields: [] });
/** Asks, and answers the parsed value or why not. Rejects only when `signal` aborts. */
export async function call(endpoint, input, signal) {
    const parts = input;
    const request = {
        method: endpoint.method,
        credentials: 'same-origin',
        signal: signal ?? null,
    };
    if (parts.body !== undefined) {
        request.headers = { 'content-type': 'application/json' };
        request.body = JSON.stringify(parts.body);
    }
    const response = await reach(addressOf(endpoint.path, parts.params, parts.query), request);
    return response ? readAnswer(endpoint, response) : refused('offline');
}
/** The response, or null when the network failed. */
async function reach(address, request) {
    try {
        return await fetch(address, request);
    }
    catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError')
            throw error;
        return null;
    }
}
async function readAnswer(endpoint, response) {
    const body = await response.json().catch(() => undefined);
    if (!response.ok)
        return readProblem(body);
    const parsed = endpoint.response.safeParse(body);
    return parsed.success ? ok(parsed.data) : refused('broken'); // parsed by this endpoint's own schema
}
/** A problem document as a refusal; anything that isn't one (a proxy's page, half an answer) is `broken`. */
export function readProblem(body) {
    const problem = Problem.safeParse(body);
    if (!problem.success)
        return refused('broken');
    const { code, fields, retryAfterSeconds } = problem.data;
    return { ok: false, code, fields: fields ?? [], retryAfterSeconds };
}
/** The path with its parameters filled in, and the query entries that have a value. */
export function addressOf(path, params, query) {
    const values = new Map(Object.entries(params ?? {}));
    const filled = path.replaceAll(/:(\w+)/g, (_, name) => encodeURIComponent(String(values.get(name))));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) {
        if (value !== undefined && value !== '')
            search.set(name, String(value));
    }
    return search.size > 0 ? `${filled}?${search}` : filled;
}
