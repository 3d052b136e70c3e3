import { useTranslation } from 'react-i18next'
import { boughtName } from './bought-selections'
import { useFormat } from './format'

/** One `in=` of the address: which module chooses, how, and what. `rfm.cell:5-4` is (rfm.cell, 5-4). */
export interface Selection {
  name: string
  value: string
}

export function parseSelection(text: string): Selection {
  const colon = text.indexOf(':')
  return colon < 0 ? { name: text, value: '' } : { name: text.slice(0, colon), value: text.slice(colon + 1) }
}

const MOVE = /^(.+)>(.+)@(.+)\.\.(.+)$/

/** Human names for selections, so that a chip reads "Recency 5 × value 4" and not "rfm.cell:5-4". */
export function useSelectionName(): (text: string) => string {
  const { t } = useTranslation('selections')
  const format = useFormat()
  const stage = (key: string) => t(`stage.${key}`, { defaultValue: key.replaceAll('-', ' ') })
  return (text) => {
    const { name, value } = parseSelection(text)
    const parts = name.split('.')
    if (name === 'rfm.cell') {
      const [r = '', fm = ''] = value.split('-')
      return t('rfmCell', { r, fm })
    }
    if (name === 'rfm.type') return t('rfmType', { type: t(`type.${value}`, { defaultValue: value }) })
    if (name === 'rfm.region') return t('rfmRegion', { region: t(`region.${value}`, { defaultValue: value }) })
    if (name === 'rfm.all') return t(value === 'unscored' ? 'rfmNone' : 'rfmAll')
    if (name === 'overview.customers') {
      const [group = '', days = '30'] = value.split('-')
      return t(`group.${group}`, { days, defaultValue: group })
    }
    if (parts[0] === 'stage' && parts[2] === 'moved') {
      const [, from = '', to = '', start = '', end = ''] = MOVE.exec(value) ?? []
      return t('moved', { from: stage(from), to: stage(to), start: format.date(start), end: format.date(end) })
    }
    if (parts[0] === 'stage') return t('inStage', { stage: stage(value) })
    if (name === 'pareto.top') {
      const [measure = 'revenue', percent = ''] = value.split('-')
      return t('paretoTop', { percent, measure: t(`measure.${measure}`, { defaultValue: measure }) })
    }
    if (name === 'pareto.tier') {
      const at = value.indexOf('-')
      return t('paretoTier', {
        tier: t(`tier.${value.slice(at + 1)}`, { defaultValue: value.slice(at + 1) }),
        measure: t(`measure.${value.slice(0, at)}`, { defaultValue: value.slice(0, at) }),
      })
    }
    if (name === 'group') {
      const at = value.indexOf('~')
      const plain = (part: string) => part.replaceAll('%7E', '~').replaceAll('%2C', ',').replaceAll('%25', '%')
      const key = plain(value.slice(0, at))
      const one = plain(value.slice(at + 1))
      const shown = one === '*none' ? t('groupNone') : one === '*other' ? t('groupOther') : key.startsWith('stage.') ? stage(one) : key.startsWith('rfm.') ? t(`${key.slice(4)}.${one}`, { defaultValue: one }) : one
      return t('groupOf', { grouping: t(`grouping.${key.replaceAll('.', '-')}`, { defaultValue: key.slice(key.indexOf('.') + 1) }), value: shown })
    }
    if (name === 'lookalike') return t('lookAlike', { size: value.split('~')[1] })
    if (name === 'choice') {
      const [by = 'present', size = ''] = value.split('~')
      return t(`choice.${by}`, { size, defaultValue: value })
    }
    if (name === 'influence') {
      const [what = '', percent = ''] = /^(direct|buyers|under|person|role-\w+)/.exec(value) ?? value.split('-')
      return t(`influence.${what}`, { percent, defaultValue: value })
    }
    if (name === 'economics.acquired') {
      const months = value.replace('to-', '')
      if (value.includes('to-')) return t('ways:chosen.upTo', { months })
      return /^\d{4}-/.test(value) ? t('ways:chosen.came', { month: format.month(value) }) : t('ways:chosen.reached', { months })
    }
    if (name === 'economics') {
      const [group = '', every = 'year', n = '0'] = value.split('-')
      return t(`economics:chosen.${group}`, { tenure: t(`economics:tenure.${every}`, { n, defaultValue: every }), last: t(`economics:last.${every}`, { defaultValue: every }), defaultValue: value })
    }
    const bought = boughtName(name, value, t)
    if (bought) return bought
    if (name === 'satisfaction') {
      const what = value.replace(/~.*/, '')
      const group = /^(gap|month|type|asked|again|answered-again|answered)-/.exec(what)?.[1] ?? what
      return t(`satisfaction.${group}`, { defaultValue: what })
    }
    const known = t(`named.${name.replaceAll('.', '-')}`, { value, defaultValue: '' })
    return known || (value ? `${name}: ${value}` : name)
  }
}
