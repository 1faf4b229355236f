// Jobs that do nothing: inserted in batches, then fetched and completed one by one, by as many workers as it is told (its own loop looks
// twice a second at most).
const PgBoss = require('pg-boss')

const [jobs, atOnce] = process.argv.slice(2).map(Number)
const BATCH = 1000
const QUEUE = 'empty'

async function main() {
  const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, max: atOnce + 4 })
  boss.on('error', console.error)
  await boss.start()
  await boss.createQueue(QUEUE)
  for (let queued = 0; queued < jobs; queued += BATCH) {
    await boss.insert(Array.from({ length: Math.min(BATCH, jobs - queued) }, () => ({ name: QUEUE, data: {} })))
  }
  const began = process.hrtime.bigint()
  let left = jobs
  async function worker() {
    for (;;) {
      const fetched = await boss.fetch(QUEUE)
      if (fetched.length === 0) return
      await boss.complete(QUEUE, fetched.map(job => job.id))
      left -= fetched.length
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  if (left !== 0) throw new Error(`${left} jobs were not fetched`)
  console.log((jobs / seconds).toFixed(1))
  await boss.stop({ graceful: false })
  process.exit(0)
}

main().catch(trouble => { console.error(trouble); process.exit(1) })
