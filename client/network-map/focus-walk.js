export function createFocusWalk(room, commands, svg, reveal) {
    const order = () => [...room.memberKeys(), ...room.outerKeys()];
    /** The place that Tab comes back to. */
    const stop = () => {
        const key = room.focusKey();
        return key && room.nodeOf(key) ? key : order()[0];
    };
    const elementOf = (key) => svg().querySelector(`[data-key="${CSS.escape(key)}"]`);
    const keyOf = (target) => target instanceof Element
        ? (target.closest('[data-key]')?.getAttribute('data-key') ?? undefined)
        : undefined;
    const goTo = (key) => {
        const element = key === undefined ? null : elementOf(key);
        element?.focus();
        return element !== null;
    };
    const select = (key) => room.setSelection({ kind: 'node', key });
    const open = (key) => (room.props.editable ? commands.editNode(key) : select(key));
    const walkKeys = {
        Tab: (key, event) => goTo(order()[order().indexOf(key) + (event.shiftKey ? -1 : 1)]),
        Home: () => goTo(order()[0]),
        End: () => goTo(order().at(-1)),
        Enter: (key) => {
            open(key);
            return true;
        },
        ' ': (key) => {
            select(key);
            return true;
        },
        Escape: () => {
            if (room.selection())
                room.setSelection(null);
            const list = svg().closest('.net-map')?.querySelector('.net-panel button');
            list?.focus();
            return true;
        },
    };
    const handleKey = (event) => {
        const key = keyOf(event.target);
        if (key === undefined || event.ctrlKey || event.metaKey || event.altKey)
            return;
        const handled = walkKeys[event.key]?.(key, event) ?? commands.nudgeNode(key, event);
        if (!handled)
            return;
        event.preventDefault();
        event.stopPropagation();
    };
    return {
        stop,
        goTo,
        handleKey,
        /** Focus selects, so that the list and the ties light up as one walks. */
        focused(key) {
            room.setFocusKey(key);
            select(key);
            // A press never moves the paper under the hand that is about to drag.
            if (elementOf(key)?.matches(':focus-visible'))
                reveal(key);
        },
    };
}
