// Checkpoints: choosing a way to get a code, and typing it.
import { ask, refused, showError } from './site.js'

const LINGERS = 1000

function goOn(json) {
  if (json.oneTapPrompt) sessionStorage.setItem('save-info', '1')
  setTimeout(() => location.assign(json.oneTapPrompt ? '/accounts/onetap/?next=%2F' : '/'), LINGERS)
}

async function submitCode(form) {
  const code = form.querySelector('[data-code]').value
  if (!code.trim()) return
  const answer = await ask('/api/v1/web/checkpoint/code/', { apc: form.dataset.checkpoint, security_code: code })
  if (answer.json.authenticated) goOn(answer.json)
  else if (answer.json.message && !answer.json.checkpoint_url) showError(form, answer.json.message)
  else refused(answer)
}

async function sayItWasMe(form) {
  const answer = await ask('/api/v1/web/checkpoint/was_me/', { apc: form.dataset.wasMe })
  if (answer.json.authenticated) goOn(answer.json)
  else refused(answer)
}

async function send(pointer, form) {
  const way = form.querySelector(':checked')?.value ?? ''
  const answer = await ask('/api/v1/web/checkpoint/send/', { apc: pointer, way })
  if (!answer.ok) showError(form, answer.json.message || 'There was a problem. Please try again soon.')
  return answer.ok
}

async function choose(form) {
  if (!(await send(form.dataset.picker, form))) return
  if ('stay' in form.dataset) location.reload()
  else location.assign(`/auth_platform/codeentry/?apc=${form.dataset.picker}&way=${form.querySelector(':checked').value}`)
}

document.addEventListener('submit', event => {
  event.preventDefault()
  if (event.target.matches('[data-checkpoint]')) submitCode(event.target)
  if (event.target.matches('[data-picker]')) choose(event.target)
  if (event.target.matches('[data-was-me]')) sayItWasMe(event.target)
})

document.addEventListener('click', event => {
  const form = event.target.closest('form')
  if (!event.target.closest('[data-submit]')) return
  if (form.matches('[data-checkpoint]')) submitCode(form)
  if (form.matches('[data-picker]')) choose(form)
})

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-resend]')
  if (!button || button.getAttribute('aria-disabled') === 'true') return
  await send(button.closest('form').dataset.checkpoint, button.closest('form'))
  const seconds = Number(button.dataset.cooldown ?? 0)
  if (!seconds) return
  button.setAttribute('aria-disabled', 'true')
  setTimeout(() => button.removeAttribute('aria-disabled'), seconds * 1000)
})
