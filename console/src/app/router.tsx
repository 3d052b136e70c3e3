import { createBrowserRouter, type RouteObject } from 'react-router'
import { Crash } from './crash'
import { SessionGate } from './session-gate'
import { Shell } from './shell'
import { Splash } from './splash'

type Loader = () => Promise<{ default: React.ComponentType }>
const lazy = (load: Loader): RouteObject['lazy'] => async () => ({ Component: (await load()).default })

export const routes: RouteObject[] = [
  { path: '/sign-in', lazy: lazy(() => import('@/features/access/sign-in-page')), HydrateFallback: Splash },
  {
    element: <SessionGate><Shell /></SessionGate>,
    errorElement: <Crash />,
    HydrateFallback: Splash,
    children: [
      {
        errorElement: <Crash />,
        children: [
          { index: true, lazy: lazy(() => import('@/features/overview/overview-page')) },
          { path: 'know/customers', lazy: lazy(() => import('@/features/customers/list/customers-page')) },
          { path: 'understand/rfm', lazy: lazy(() => import('@/features/rfm/rfm-page')) },
          { path: '*', lazy: lazy(() => import('./not-found')) },
        ],
      },
    ],
  },
]

export const router = createBrowserRouter(routes)
