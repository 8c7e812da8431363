/**
 * The colours of the people on a screen: carets, avatars, dots and cursors below one provider agree. Without a provider
 * a person has the colour their id gives.
 */
import { createContext, type JSX, useContext } from 'solid-js';
import { type CaretColour, caretColourOf } from './caret-colour.ts';

/** Reactive: somebody without a colour of their own may get another one when people come and go. */
export type ColourOf = (personId: string) => CaretColour;

const ColoursContext = createContext<ColourOf>(caretColourOf);

export function CaretColours(props: { colourOf: ColourOf; children: JSX.Element }): JSX.Element {
  return (
    <ColoursContext.Provider value={(personId) => props.colourOf(personId)}>
      {props.children}
    </ColoursContext.Provider>
  );
}

export const useCaretColours = (): ColourOf => useContext(ColoursContext);
