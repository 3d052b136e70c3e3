import type { Kind, Upload } from './api'

/** What a column can be, for each kind of file, in the order in which it is offered. */
export const FIELDS: Record<Kind, readonly string[]> = {
  orders: ['order', 'customer', 'at', 'sku', 'name', 'category', 'quantity', 'price', 'amount', 'discount', 'cost', 'currency', 'channel', 'store', 'email', 'phone'],
  customers: ['customer', 'email', 'phone', 'name', 'gender', 'birthday', 'city'],
  products: ['sku', 'name', 'category', 'brand', 'price', 'cost', 'currency'],
  events: ['event', 'customer', 'email', 'phone', 'anonymous', 'at', 'messageId', 'order'],
}

/** A list inside a list: one of each inner list must be there. */
const NEEDED: Record<Kind, readonly (readonly string[])[]> = {
  orders: [['order'], ['at'], ['amount', 'price']],
  customers: [['customer', 'email', 'phone']],
  products: [['sku']],
  events: [['event'], ['at'], ['customer', 'email', 'phone', 'anonymous']],
}

/** The needs that no column meets yet. */
export function missing(kind: Kind, mapping: Record<string, string>): readonly (readonly string[])[] {
  return NEEDED[kind].filter((any) => !any.some((field) => mapping[field]))
}

/** The mapping after a column was given a field; a field has one column and a column one field. */
export function assign(mapping: Record<string, string>, column: string, field: string | null): Record<string, string> {
  const next = Object.fromEntries(Object.entries(mapping).filter(([name, taken]) => taken !== column && name !== field))
  return field ? { ...next, [field]: column } : next
}

export const fieldOf = (mapping: Record<string, string>, column: string): string | null =>
  Object.entries(mapping).find(([, taken]) => taken === column)?.[0] ?? null

/** A column of one's own fills an attribute of the customer, or a property of the event. */
export const attributeOf = (column: string) => `attribute.${column}`

/** Files of customers and events keep what no field takes. */
export const keepsTheRest = (kind: Kind) => kind === 'customers' || kind === 'events'

/** The server's guesses for this kind of file; what it cannot guess is kept as an attribute where that is possible. */
export function guessed(upload: Upload, kind: Kind): Record<string, string> {
  const mapping: Record<string, string> = {}
  for (const { name, guess, guesses } of upload.columns) {
    const field = guesses ? guesses[kind] : guess
    if (field && !mapping[field] && (FIELDS[kind].includes(field) || field.startsWith('attribute.'))) mapping[field] = name
    else if (keepsTheRest(kind)) mapping[attributeOf(name)] = name
  }
  return mapping
}
