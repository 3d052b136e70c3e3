/** How many identities are sent as they are; more go as a file, in the background. */
const AT_ONCE = 10_000

export const tooLong = (list: string[]) => list.length > AT_ONCE

const quoted = (text: string) => (/[",\r\n;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** What was pasted as a file of one column. */
export const asFile = (list: string[]) => new File([`customer\n${list.map(quoted).join('\n')}\n`], 'pasted.csv', { type: 'text/csv' })
