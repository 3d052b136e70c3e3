// node figures.mjs CREDENTIALS CUSTOMERS: every number of the models opens a list of exactly so many customers.
import { equal, listed, numberIn, story } from './session.mjs'

const [credentials, customers] = process.argv.slice(2)
const PAGES = [
  { path: '/understand/rfm', links: '.rfm-cell', number: 'b', all: true },
  { path: '/understand/rfm', links: '.tree-tile', number: 'b', all: true },
  { path: '/understand/lifecycle', links: '.stage-row', number: '.count b', all: true },
  { path: '/understand/pareto', links: '.pyramid a', number: '.num' },
]

await story(credentials, async (page, url) => {
  for (const { path, links, number, all } of PAGES) {
    await page.goto(url + path)
    await page.locator(links).first().waitFor()
    const count = await page.locator(links).count()
    let sum = 0
    for (let i = 0; i < count; i++) {
      const link = page.locator(links).nth(i)
      await link.waitFor()
      const shown = numberIn(await link.locator(number).first().textContent())
      sum += shown
      const answered = page.waitForResponse((response) => response.url().includes('/api/v1/customers?') && response.ok())
      await link.click()
      const answer = await (await answered).json()
      equal(`${path} ${i}, total of the API`, answer.total, shown)
      equal(`${path} ${i}, total above the list`, await listed(page), shown)
      await page.goBack()
      await page.locator(links).first().waitFor()
    }
    if (all) equal(`${path} ${links}, the sum`, sum, Number(customers))
    console.log(`${path} ${links}: ${count} numbers open ${sum} customers`)
  }
})
