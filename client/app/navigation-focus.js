/**
 * After a navigation the focus goes to the page's heading, as a full page load would do, and the page is said aloud.
 * Moving between the tabs of one household leaves the focus where the person put it.
 */
import { useIsRouting, useLocation } from '@solidjs/router';
import { createEffect, on } from 'solid-js';
/** `/households/7/map` and `/households/7/plan` are the same place. */
const placeOf = (path) => path.split('/').slice(0, 3).join('/');
/** How long a lazily loaded page may take to show its heading before the main region is focused instead. */
const headingWithinMs = 1500;
export function createNavigationFocus(main, arrived) {
    const location = useLocation();
    const isRouting = useIsRouting();
    let lastPlace;
    const focusHeading = (since) => {
        const heading = main()?.querySelector('h1');
        if (!heading && performance.now() - since < headingWithinMs) {
            requestAnimationFrame(() => focusHeading(since));
            return;
        }
        (heading ?? main())?.focus({ preventScroll: true });
        if (heading?.textContent)
            arrived(heading.textContent);
    };
    createEffect(on([() => location.pathname, isRouting], ([path, routing]) => {
        if (routing || placeOf(path) === lastPlace)
            return;
        const first = lastPlace === undefined;
        lastPlace = placeOf(path);
        if (first)
            return;
        window.scrollTo({ top: 0 });
        requestAnimationFrame(() => focusHeading(performance.now()));
    }));
}
