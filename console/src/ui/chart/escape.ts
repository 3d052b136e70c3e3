const MEANT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text inside a tooltip, which the chart takes as HTML. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => MEANT[sign] ?? sign)
