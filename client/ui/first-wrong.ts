/** Where a form goes on after it was refused: at the first field that says what is wrong with it. */

const controls = '[aria-invalid="true"], input:not([type="hidden"]), select, textarea, button';

/** Puts the focus there; looks in the dialog on top, or in the page when none is open. */
export function focusFirstWrong(): void {
  const onTop = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const field = (onTop ?? document).querySelector('.field > .err')?.parentElement;
  const control = field?.querySelector(controls);
  if (control instanceof HTMLElement) control.focus();
}
