import { describe, expect, it } from 'vitest'
import { conditionOfList } from './selection-condition'

describe('a list as a condition', () => {
  it('reads what is a condition already', () => {
    const condition = { type: 'tag', category: '兴趣' }
    const text = btoa(Array.from(new TextEncoder().encode(JSON.stringify(condition)), (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    expect(conditionOfList({ in: [`condition:${text}`] })).toEqual(condition)
  })

  it('joins selections, and says who is in some audiences and not in others', () => {
    expect(conditionOfList({ in: ['audience.region:a_b!c', 'stage.activity:lost'], tag: 'likes:tea' })).toEqual({
      type: 'all', of: [
        { type: 'all', of: [{ type: 'audience', audience: 'a' }, { type: 'audience', audience: 'b' }, { type: 'none', of: [{ type: 'audience', audience: 'c' }] }] },
        { type: 'stage', scheme: 'activity', stages: ['lost'] },
        { type: 'tag', category: 'likes', value: 'tea' },
      ],
    })
  })

  it('leaves what was found by a search, on a past day or in a cell as it is now', () => {
    expect(conditionOfList({ q: 'mei' })).toBeNull()
    expect(conditionOfList({ in: ['audience:a'], asOf: '2026-01-01' })).toBeNull()
    expect(conditionOfList({ in: ['audience:a', 'rfm.cell:5-4'] })).toBeNull()
    expect(conditionOfList({})).toBeNull()
  })
})
