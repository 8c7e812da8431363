/** Whether a key press belongs to a field or a text, or is a shortcut of the browser: then single letters do nothing. */
export function isWriting(event: KeyboardEvent): boolean {
  const { target } = event;
  const inField =
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select') ||
      target.closest('[role="dialog"]') !== null);
  return inField || event.ctrlKey || event.metaKey || event.altKey;
}
