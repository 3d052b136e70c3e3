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
          { path: 'know/customers/:id', lazy: lazy(() => import('@/features/customers/one/customer-page')) },
          { path: 'know/orders', lazy: lazy(() => import('@/features/orders/orders-page')) },
          { path: 'know/imports', lazy: lazy(() => import('@/features/imports/imports-page')) },
          { path: 'know/imports/new', lazy: lazy(() => import('@/features/imports/wizard/new-import-page')) },
          { path: 'know/imports/:id', lazy: lazy(() => import('@/features/imports/import-page')) },
          { path: 'know/inbox', lazy: lazy(() => import('@/features/inbox/inbox-page')) },
          { path: 'know/catalogue', lazy: lazy(() => import('@/features/catalogue/catalogue-page')) },
          { path: 'understand/rfm', lazy: lazy(() => import('@/features/rfm/rfm-page')) },
          { path: 'understand/models', lazy: lazy(() => import('@/features/models/models-page')) },
          {
            path: 'understand/value',
            lazy: lazy(() => import('@/features/models/value-room')),
            children: [
              { index: true, lazy: lazy(() => import('@/features/models/value-page')) },
              { path: 'ways', lazy: lazy(() => import('@/features/models/economics/ways-page')) },
              { path: 'loyalty', lazy: lazy(() => import('@/features/models/economics/loyalty-page')) },
            ],
          },
          {
            path: 'understand/baskets',
            lazy: lazy(() => import('@/features/models/baskets/baskets-room')),
            children: [
              { index: true, lazy: lazy(() => import('@/features/models/baskets/rules-page')) },
              { path: 'sequences', lazy: lazy(() => import('@/features/models/baskets/sequences-page')) },
              { path: 'repurchase', lazy: lazy(() => import('@/features/models/baskets/repurchase-page')) },
              { path: 'tiers', lazy: lazy(() => import('@/features/models/baskets/tiers-page')) },
              { path: 'bundles', lazy: lazy(() => import('@/features/models/baskets/bundles-page')) },
              { path: 'next', lazy: lazy(() => import('@/features/models/baskets/next-page')) },
              { path: 'prices', lazy: lazy(() => import('@/features/models/response/response-page')) },
            ],
          },
          { path: 'understand/influence', lazy: lazy(() => import('@/features/models/influence/influence-page')) },
          { path: 'understand/wallet', lazy: lazy(() => import('@/features/models/wallet/wallet-page')) },
          { path: 'understand/satisfaction', lazy: lazy(() => import('@/features/models/satisfaction/satisfaction-page')) },
          { path: 'understand/growth', lazy: lazy(() => import('@/features/models/growth/growth-page')) },
          { path: 'understand/clusters', lazy: lazy(() => import('@/features/models/clusters/clusters-page')) },
          { path: 'understand/churn', lazy: lazy(() => import('@/features/models/churn-page')) },
          { path: 'understand/lifecycle', lazy: lazy(() => import('@/features/lifecycle/lifecycle-page')) },
          { path: 'understand/pareto', lazy: lazy(() => import('@/features/pareto/pareto-page')) },
          { path: 'choose/audiences', lazy: lazy(() => import('@/features/audiences/list/audiences-page')) },
          { path: 'choose/audiences/sets', lazy: lazy(() => import('@/features/audiences/sets/sets-page')) },
          { path: 'choose/audiences/new', lazy: lazy(() => import('@/features/audiences/builder/new-audience-page')) },
          { path: 'choose/audiences/:id', lazy: lazy(() => import('@/features/audiences/one/audience-page')) },
          { path: 'choose/audiences/:id/edit', lazy: lazy(() => import('@/features/audiences/builder/edit-audience-page')) },
          { path: 'choose/portrait', lazy: lazy(() => import('@/features/portraits/portrait-page')) },
          { path: 'choose/combinations', lazy: lazy(() => import('@/features/portraits/combinations-page')) },
          { path: 'choose/look-alikes', lazy: lazy(() => import('@/features/portraits/look-alike-page')) },
          { path: 'choose/selection', lazy: lazy(() => import('@/features/portraits/choice-page')) },
          { path: 'choose/tags', lazy: lazy(() => import('@/features/tags/tags-page')) },
          {
            path: 'settings',
            lazy: lazy(() => import('@/features/settings/settings-layout')),
            children: [
              { path: 'general', lazy: lazy(() => import('@/features/settings/general-page')) },
              { path: 'attributes', lazy: lazy(() => import('@/features/settings/attributes-page')) },
              { path: 'variables', lazy: lazy(() => import('@/features/settings/variables-page')) },
              { path: 'keys', lazy: lazy(() => import('@/features/settings/keys-page')) },
              { path: 'users', lazy: lazy(() => import('@/features/settings/users-page')) },
              { path: 'audit', lazy: lazy(() => import('@/features/settings/audit-page')) },
              { path: 'data', lazy: lazy(() => import('@/features/settings/data-page')) },
            ],
          },
          { path: '*', lazy: lazy(() => import('./not-found')) },
        ],
      },
    ],
  },
]

export const router = createBrowserRouter(routes)
