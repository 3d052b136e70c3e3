// node wizard.mjs CREDENTIALS FILE CUSTOMERS ERRORS: the import wizard from the file to the list of customers.
import { readFileSync } from 'node:fs'
import { equal, listed, numberIn, story } from './session.mjs'

const [credentials, file, customers, errors] = process.argv.slice(2)

/** A figure of the report by its name. */
const figure = async (page, name) => numberIn(await page.locator('.count', { has: page.getByText(name, { exact: true }) }).locator('b').textContent())

await story(credentials, async (page, url) => {
  await page.goto(`${url}/know/imports/new`)
  await page.setInputFiles('[data-testid=file]', file)
  const next = page.getByRole('button', { name: 'Next' })
  await next.click()
  await page.click('#option-currency')
  await page.keyboard.type('CNY')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Check the file' }).click()

  await page.getByText('What would happen').waitFor()
  equal('customers in the check', await figure(page, 'Customers'), Number(customers))
  equal('errors in the check', await figure(page, 'Errors'), Number(errors))
  const before = await page.context().newPage()
  await before.goto(`${url}/know/customers`)
  await before.getByText('No customers yet').waitFor()
  await before.close()

  await page.getByRole('button', { name: 'Import for real' }).click()
  await page.getByText('What happened').waitFor()
  equal('customers', await figure(page, 'Customers'), Number(customers))
  equal('errors', await figure(page, 'Errors'), Number(errors))

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the error file' }).click()
  const lines = readFileSync(await (await download).path(), 'utf8').trim().split('\n')
  equal('lines of the error file', lines.length, Number(errors) + 1)
  equal('the header of the error file has the file\'s own names', lines[0].includes('单价'), true)

  await page.getByRole('link', { name: 'See the customers' }).click()
  equal('customers in the list', await listed(page), Number(customers))

  await page.goto(url)
  await page.locator('.needs a[href*="imports"]').click()
  await page.locator('.main-link').first().waitFor()
  equal('imports that wait', await page.locator('tbody tr').count(), 1)
})
