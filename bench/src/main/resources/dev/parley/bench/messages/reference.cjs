// A small service of the usual kind: the account's cookies are kept; for each message a page with them is opened at the recipient's profile,
// the message is typed, and one row tells what became of it. The browser is launched for each message, or kept where the third argument
// says so.
const express = require('express')
const { Pool } = require('pg')
const { chromium } = require('playwright-core')

const [site, program, browsers] = process.argv.slice(2)
const PATIENCE = 180_000
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 8 })
const sessions = new Map()
let kept

const launch = () =>
  chromium.launch({ executablePath: program, headless: true, chromiumSandbox: process.getuid() !== 0, timeout: PATIENCE })

async function onPage(storageState, work) {
  if (browsers === 'kept') kept ??= await launch()
  const browser = kept ?? (await launch())
  const context = await browser.newContext({ storageState })
  context.setDefaultTimeout(PATIENCE)
  try {
    return await work(await context.newPage(), context)
  } finally {
    await (kept ? context.close() : browser.close())
  }
}

async function send({ username, recipient, content }) {
  await onPage(sessions.get(username), async page => {
    await page.goto(`${site}/${recipient}/`)
    await page.locator('main header').first().getByRole('button', { name: 'Message', exact: true }).click()
    const composer = page.getByRole('textbox', { name: 'Message' })
    await composer.fill(content)
    const answer = page.waitForResponse(response => response.url().includes('/threads/broadcast/text/'))
    await composer.press('Enter')
    if (!(await answer).ok()) throw new Error('refused')
    await page.getByText(content, { exact: true }).last().waitFor()
  })
}

async function logIn({ username, password }) {
  await onPage(undefined, async (page, context) => {
    await page.goto(`${site}/accounts/login/`)
    await page.locator('form input[type=text]').first().fill(username)
    await page.locator('input[type=password]').fill(password)
    await page.locator('input[type=password]').press('Enter')
    await page.waitForURL(address => !address.pathname.startsWith('/accounts/login'))
    sessions.set(username, await context.storageState())
  })
}

const app = express()
app.use(express.json())

app.post('/api/login', async (request, response) => {
  await logIn(request.body)
  response.json({ success: true })
})

app.post('/api/messages/send', async (request, response) => {
  const { username, recipient, content } = request.body
  let status = 'sent'
  try {
    await send(request.body)
  } catch (failed) {
    console.error(failed)
    status = 'failed'
  }
  await pool.query({
    name: 'keep',
    text: 'insert into sent_messages (username, recipient, content, status) values ($1, $2, $3, $4)',
    values: [username, recipient, content, status],
  })
  response.status(status === 'sent' ? 200 : 502).json({ status })
})

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port))
