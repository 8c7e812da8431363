/** Text as a file. */
export const textFile = (content: string, type: 'text/csv' | 'application/json'): Blob =>
  new Blob([content], { type: `${type};charset=utf-8` });

/** Gives the reader a file. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
