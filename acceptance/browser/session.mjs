// A real browser at the packaged product, signed in. Whatever the page complains of is a failure.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { chromium } = createRequire(new URL('../../console/package.json', import.meta.url))('playwright-core')
const PATIENCE = 60_000
const CHROMIUMS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export function equal(what, shown, expected) {
  if (shown !== expected) throw new Error(`${what}: ${shown} is shown where ${expected} is expected`)
}

export const numberIn = (text) => Number(text.replace(/\D/g, ''))

/** Runs one story in a browser of its own; ends the process with 1 if it fails. */
export async function story(credentialsFile, tell) {
  const { url, email, password } = JSON.parse(readFileSync(credentialsFile, 'utf8'))
  const browser = await chromium.launch({
    executablePath: CHROMIUMS.find((path) => path && existsSync(path)),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const complaints = []
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', acceptDownloads: true })
    await context.addInitScript(() => localStorage.setItem('millrace.language', 'en'))
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    await page.goto(`${url}/sign-in`)
    await page.fill('input[type=email]', email)
    await page.fill('input[type=password]', password)
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.click('button[type=submit]')
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
    // From here on nothing may be refused; before it, asking who is signed in answers 401.
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await tell(page, url)
    equal('complaints of the page', complaints.join('\n'), '')
  } catch (error) {
    console.error(error, complaints)
    process.exitCode = 1
  } finally {
    await browser.close()
  }
}

/** The number above the list of customers, once the list has come. */
export async function listed(page) {
  await page.waitForFunction(() => document.querySelector('[data-testid=total]') && !document.querySelector('.skeleton, .flow.on'))
  return numberIn(await page.textContent('[data-testid=total]'))
}
