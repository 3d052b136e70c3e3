import { createContext, useContext, type Dispatch } from 'react'
import type { Action } from '../language/editor'
import type { NodeProblems } from '../language/problems'

export interface Building {
  dispatch: Dispatch<Action>
  problems: NodeProblems
}

export const BuildingContext = createContext<Building | null>(null)

export function useBuilding(): Building {
  const building = useContext(BuildingContext)
  if (!building) throw new Error('useBuilding is called outside the builder')
  return building
}
