/** What the buttons over the drawing take of it, in pixels: rings and fitting leave it free. */
export const toolsHeight = 34;
