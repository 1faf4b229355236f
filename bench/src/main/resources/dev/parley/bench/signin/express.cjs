const { createHash } = require('node:crypto')
const express = require('express')
const { Pool } = require('pg')

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
const app = express()

app.get('/api/me', async (request, response) => {
  const token = (request.get('Authorization') ?? '').replace(/^Bearer /, '')
  const found = await pool.query({
    name: 'who',
    text: `select u.id, username, email, role, must_change_password, disabled_at is not null as disabled, u.created_at
           from api_tokens t join users u on u.id = t.user_id
           where token_hash = $1 and expires_at > now() and disabled_at is null`,
    values: [createHash('sha256').update(token).digest()],
  })
  if (found.rowCount === 0) response.status(401).json({ error: 'NOT_SIGNED_IN' })
  else response.json(found.rows[0])
})

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port))
