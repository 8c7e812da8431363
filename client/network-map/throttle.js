/** Runs at once, then at most once per interval, and always for the last value. */
export function makeThrottle(act, intervalMs) {
    let timer;
    let waiting;
    const rest = () => {
        timer = setTimeout(() => {
            timer = undefined;
            if (!waiting)
                return;
            const { value } = waiting;
            waiting = undefined;
            act(value);
            rest();
        }, intervalMs);
    };
    const throttled = (value) => {
        if (timer !== undefined) {
            waiting = { value };
            return;
        }
        act(value);
        rest();
    };
    const cancel = () => {
        clearTimeout(timer);
        timer = undefined;
        waiting = undefined;
    };
    return Object.assign(throttled, { cancel });
}
/** Moves and cursors are sent some twenty times a second: smooth for those who watch, light for the line. */
export const liveMs = 50;
