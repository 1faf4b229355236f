// The sign-in form, in all its variants.
import { ask, showError, showStep } from './site.js'

const page = document.querySelector('main')
const PROBLEM = 'There was a problem logging you into Instagram. Please try again soon.'
const UNREACHABLE = "We couldn't connect to Instagram. Make sure you're connected to the internet and try again."

function goOn(json) {
  const next = page.dataset.next
  if (json.oneTapPrompt) sessionStorage.setItem('save-info', '1')
  location.assign(json.oneTapPrompt ? '/accounts/onetap/?next=' + encodeURIComponent(next) : next)
}

function askForCode(info) {
  const next = encodeURIComponent(page.dataset.next)
  location.assign(
    info.encrypted_context
      ? `/accounts/login/two_step_verification?encrypted_context=${encodeURIComponent(info.encrypted_context)}&next=${next}`
      : `/accounts/login/two_factor?next=${next}`,
  )
}

function reason({ status, json }) {
  if (status === 0) return UNREACHABLE
  if (json.authenticated === false || json.error_type === 'bad_password') {
    return json.user === false ? page.dataset.unknownUser : page.dataset.wrongPassword
  }
  if (status === 429 || json.message?.startsWith('Please wait')) return 'Please wait a few minutes before you try again.'
  return PROBLEM
}

async function logIn(form) {
  const password = form.querySelector('[data-password]').value
  const answer = await ask('/api/v1/web/accounts/login/ajax/', {
    username: form.querySelector('[data-user]').value,
    enc_password: `#PWD_INSTAGRAM_BROWSER:0:${Math.floor(Date.now() / 1000)}:${password}`,
    queryParams: JSON.stringify({ next: page.dataset.next }),
    optIntoOneTap: 'false',
    trustedDeviceRecords: '{}',
  })
  const { json } = answer
  if (json.authenticated) goOn(json)
  else if (json.two_factor_required) askForCode(json.two_factor_info)
  else if (json.checkpoint_url) location.assign(json.checkpoint_url)
  else {
    const text = reason(answer)
    showError(form, text, text.startsWith('The login information') ? 'Find your account and log in.' : null)
  }
}

document.addEventListener('submit', event => {
  if (!event.target.matches('[data-login]')) return
  event.preventDefault()
  logIn(event.target)
})

document.addEventListener('click', event => {
  const form = event.target.closest('[data-login]')
  if (form && event.target.closest('[data-submit]')) logIn(form)
})

document.addEventListener('keydown', event => {
  const form = event.target.closest?.('[data-login]')
  if (form && event.key === 'Enter' && event.target.matches('input') && !form.querySelector('[type=submit]')) {
    event.preventDefault()
    logIn(form)
  }
})

document.addEventListener('input', event => {
  const form = event.target.closest('[data-login]')
  const button = form?.querySelector('[data-disabled-while-short]')
  if (!button) return
  button.disabled = form.querySelector('[data-user]').value === '' || form.querySelector('[data-password]').value.length < 6
})

document.addEventListener('click', async event => {
  const tile = event.target.closest('[data-continue]')
  if (!tile) return
  const { json } = await ask('/api/v1/web/accounts/one_tap_web_login/', { user_id: tile.dataset.continue })
  if (json.authenticated) location.assign(page.dataset.next)
  else showStep('password')
})
