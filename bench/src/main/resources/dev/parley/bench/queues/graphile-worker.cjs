// Jobs that do nothing: queued by one statement, then worked off by one runner with as many at a time as it is told.
const { makeWorkerUtils, run, Logger } = require('graphile-worker')
const { Pool } = require('pg')

const [jobs, atOnce] = process.argv.slice(2).map(Number)
const connectionString = process.env.DATABASE_URL
const logger = new Logger(() => () => {})

async function main() {
  const utils = await makeWorkerUtils({ connectionString, logger })
  await utils.migrate()
  const pool = new Pool({ connectionString })
  await pool.query("select graphile_worker.add_job('empty', '{}'::json) from generate_series(1, $1)", [jobs])
  await pool.end()
  let left = jobs
  let done
  const finished = new Promise(resolve => (done = resolve))
  const began = process.hrtime.bigint()
  const runner = await run({
    connectionString,
    logger,
    concurrency: atOnce,
    maxPoolSize: atOnce + 4,
    taskList: { empty: async () => { if (--left === 0) done() } },
  })
  await finished
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  console.log((jobs / seconds).toFixed(1))
  await runner.stop()
  await utils.release()
}

main().catch(trouble => { console.error(trouble); process.exit(1) })
