/** Prints a page the server made, in a frame of its own that runs no script; it goes when printing is over. */
export function printPage(html: string, title: string): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.style.cssText = 'position:fixed;inline-size:0;block-size:0;border:0;visibility:hidden';
  frame.addEventListener('load', () => {
    const { contentWindow } = frame;
    if (contentWindow === null) return;
    contentWindow.addEventListener('afterprint', () => frame.remove());
    void contentWindow.document.fonts.ready.then(() => {
      contentWindow.focus();
      contentWindow.print();
    });
  });
  frame.srcdoc = html;
  document.body.append(frame);
}
