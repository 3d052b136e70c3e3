// Takes pictures of every screen and runs axe on each.
// node scripts/look.mjs --url http://127.0.0.1:8080 --out shots [--email … --password …] [--only rfm,overview] [--langs en,zh] [--themes light,dark] [--sizes desktop,phone] [--no-axe]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:5173' }, out: { type: 'string', default: 'shots' }, email: { type: 'string' }, password: { type: 'string' },
    credentials: { type: 'string' }, only: { type: 'string', default: '' }, langs: { type: 'string', default: 'en,zh' }, themes: { type: 'string', default: 'light' },
    sizes: { type: 'string', default: 'desktop,phone' }, 'no-axe': { type: 'boolean', default: false }, full: { type: 'boolean', default: false },
  },
})
const given = values.credentials ? JSON.parse(readFileSync(values.credentials, 'utf8')) : {}
const url = given.url ?? values.url
const email = values.email ?? given.email ?? 'admin@millrace.local'
const password = values.password ?? given.password ?? 'millrace'
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const ROUTES = {
  'sign-in': '/sign-in', overview: '/', customers: '/know/customers', 'customers-cell': '/know/customers?in=rfm.cell:5-5', customer: null, orders: '/know/orders', imports: '/know/imports', 'import-new': '/know/imports/new',
  import: null, inbox: '/know/inbox', catalogue: '/know/catalogue', rfm: '/understand/rfm', 'rfm-drift': '/understand/rfm?drift=1', lifecycle: '/understand/lifecycle', 'lifecycle-rules': '/understand/lifecycle?rules=edit', pareto: '/understand/pareto', models: '/understand/models', value: '/understand/value', 'value-ways': '/understand/value/ways', loyalty: '/understand/value/loyalty', 'loyalty-quarters': '/understand/value/loyalty?every=quarter', churn: '/understand/churn', baskets: '/understand/baskets', 'baskets-sequences': '/understand/baskets/sequences', 'baskets-repurchase': '/understand/baskets/repurchase', 'baskets-tiers': '/understand/baskets/tiers', 'baskets-bundles': '/understand/baskets/bundles', 'baskets-next': '/understand/baskets/next', 'baskets-prices': '/understand/baskets/prices', clusters: '/understand/clusters', growth: '/understand/growth', influence: '/understand/influence', wallet: '/understand/wallet', 'satisfaction-questions': '/understand/satisfaction?questions=edit', satisfaction: '/understand/satisfaction', audiences: '/choose/audiences', tags: '/choose/tags', 'settings-variables': '/settings/variables', 'audience-new': '/choose/audiences/new', 'audience-list': '/choose/audiences/new?kind=static', 'audience-sets': null, audience: null, 'audience-edit': null, portrait: null, combinations: '/choose/combinations?rows=attribute.city&columns=rfm.type', 'combinations-index': '/choose/combinations?measure=index', 'look-alikes': null, choice: '/choose/selection', 'settings-general': '/settings/general',
  'settings-attributes': '/settings/attributes', 'settings-keys': '/settings/keys', 'settings-users': '/settings/users', 'settings-audit': '/settings/audit', 'settings-data': '/settings/data',
}
const only = values.only ? values.only.split(',') : Object.keys(ROUTES)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? found,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
mkdirSync(values.out, { recursive: true })
const report = []

async function settle(page) {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, .splash, .flow.on'), null, { timeout: 60_000 }).catch(() => undefined)
  await page.waitForTimeout(550)
}

async function api(page, path) {
  return page.evaluate((target) => fetch(target).then((answer) => answer.json()), path)
}

for (const lang of values.langs.split(',')) for (const theme of values.themes.split(',')) for (const size of values.sizes.split(',')) {
  const context = await browser.newContext({ viewport: SIZES[size], deviceScaleFactor: 1, reducedMotion: 'reduce', bypassCSP: true, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' })
  await context.addInitScript(([l, t]) => { localStorage.setItem('millrace.language', l); localStorage.setItem('millrace.theme', t) }, [lang, theme])
  const page = await context.newPage()
  const errors = []
  page.on('console', (message) => message.type() === 'error' && !/401/.test(message.text()) && errors.push(message.text().slice(0, 300)))
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 300)))
  const look = async (name) => {
    const file = `${values.out}/${name}.${lang}.${theme}.${size}.png`
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (values.full) {
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...SIZES[size], height: Math.min(height, 4000) })
      await page.waitForTimeout(400)
    }
    await page.screenshot({ path: file })
    if (values.full) await page.setViewportSize(SIZES[size])
    let violations = []
    if (!values['no-axe']) {
      await page.evaluate(axe)
      const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
      violations = result.violations.map((each) => ({ id: each.id, impact: each.impact, nodes: each.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} :: ${node.html.slice(0, 140)} :: ${node.any[0]?.message ?? ''}`) }))
    }
    const raw = await page.evaluate(() => [...document.body.innerText.matchAll(/\b[a-z]+(?:\.[a-zA-Z]+){1,3}\b/g)].map((match) => match[0]).filter((text) => !/\.(com|csv|json|xlsx|local|example)/.test(text)).slice(0, 5))
    report.push({ name, lang, theme, size, overflow, violations, errors: errors.splice(0), raw })
    const bad = violations.map((each) => `${each.impact}:${each.id}(${each.nodes.length})`).join(' ')
    console.log(`${name}.${lang}.${theme}.${size}${overflow > 0 ? ` OVERFLOW ${overflow}` : ''}${bad ? ` AXE ${bad}` : ''}${report.at(-1).errors.length ? ` ERR ${report.at(-1).errors[0]}` : ''}${raw.length ? ` RAW ${raw.join(',')}` : ''}`)
  }
  await page.goto(`${url}/sign-in`)
  await settle(page)
  if (only.includes('sign-in')) await look('sign-in')
  await page.fill('input[type=email]', email)
  await page.fill('input[type=password]', password)
  await page.click('button[type=submit]')
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await settle(page)
  await page.evaluate(([l, t]) => fetch('/api/v1/session/user', { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'X-Millrace': 'console' }, body: JSON.stringify({ language: l, theme: t }) }), [lang, theme])
  for (const name of only.filter((each) => each !== 'sign-in')) {
    let route = ROUTES[name]
    if (name === 'customer') route = `/know/customers/${(await api(page, '/api/v1/customers?sort=-orders&limit=3')).items?.[0]?.id}`
    if (name === 'import') route = `/know/imports/${(await api(page, '/api/v1/imports?limit=1')).items?.[0]?.id}`
    if (name === 'audience' || name === 'audience-edit') {
      const one = (await api(page, '/api/v1/audiences?limit=50')).items?.filter((each) => each.kind === 'dynamic').at(-1)?.id
      route = one && `/choose/audiences/${one}${name === 'audience' ? `?back=yes&why=${(await api(page, '/api/v1/customers?sort=-orders&limit=3')).items?.[0]?.id}` : '/edit'}`
    }
    if (name === 'portrait' || name === 'look-alikes') {
      const one = (await api(page, '/api/v1/audiences?limit=50')).items?.filter((each) => each.size > 20).at(-1)?.id
      route = one && (name === 'portrait' ? `/choose/portrait?in=audience:${one}` : `/choose/look-alikes?audience=${one}`)
    }
    if (name === 'audience-sets') {
      const some = (await api(page, '/api/v1/audiences?limit=3')).items ?? []
      route = some.length > 1 && `/choose/audiences/sets?${some.map((each) => `a=${each.id}`).join('&')}`
    }
    if (!route || route.endsWith('/undefined')) continue
    await page.goto(`${url}${route}`)
    await settle(page)
    await look(name)
  }
  await context.close()
}
await browser.close()
writeFileSync(`${values.out}/report.json`, JSON.stringify(report, null, 1))
const serious = report.flatMap((each) => each.violations).filter((each) => ['serious', 'critical'].includes(each.impact))
console.log(`${report.length} screens, ${report.flatMap((each) => each.violations).length} axe violations, ${serious.length} serious or critical, ${report.filter((each) => each.overflow > 0).length} overflowing`)
process.exit(serious.length ? 1 : 0)
