/** What the frame needs from outside, given once by App: it fetches nothing itself. */
import { createContext, useContext } from 'solid-js';
export const ShellContext = createContext();
export function useShell() {
    const shell = useContext(ShellContext);
    if (!shell)
        throw new Error('useShell needs App above it');
    return shell;
}
