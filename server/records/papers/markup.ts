/** Text inside HTML and SVG, between tags or in a quoted attribute. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
