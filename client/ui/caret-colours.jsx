/**
 * The colours of the people on a screen: carets, avatars, dots and cursors below one provider agree. Without a provider
 * a person has the colour their id gives.
 */
import { createContext, useContext } from 'solid-js';
import { caretColourOf } from './caret-colour.ts';
const ColoursContext = createContext(caretColourOf);
export function CaretColours(props) {
    return (<ColoursContext.Provider value={(personId) => props.colourOf(personId)}>
      {props.children}
    </ColoursContext.Provider>);
}
export const useCaretColours = () => useContext(ColoursContext);
