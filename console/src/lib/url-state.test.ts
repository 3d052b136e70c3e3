import { describe, expect, it } from 'vitest'
import { parseState, writeState } from './url-state'

const SHAPE = { q: '', in: [] as string[], sort: '-recent' }

describe('the state of a screen in its address', () => {
  it('is the silent state when the address says nothing', () => {
    expect(parseState(SHAPE, new URLSearchParams())).toEqual({ q: '', in: [], sort: '-recent' })
  })

  it('reads repeated names as a list', () => {
    expect(parseState(SHAPE, new URLSearchParams('in=rfm.cell:5-4&in=stage.activity:new')).in).toEqual(['rfm.cell:5-4', 'stage.activity:new'])
  })

  it('leaves out what equals the silent state', () => {
    expect(writeState(SHAPE, new URLSearchParams('sort=orders'), { sort: '-recent' }).toString()).toBe('')
  })

  it('keeps what the screen does not know', () => {
    expect(writeState(SHAPE, new URLSearchParams('other=1'), { q: '李' }).get('other')).toBe('1')
  })

  it('comes back from the address as it went in', () => {
    const state = { q: '+86 138', in: ['rfm.type:important-value'], sort: 'orders' }
    expect(parseState(SHAPE, writeState(SHAPE, new URLSearchParams(), state))).toEqual(state)
  })
})
