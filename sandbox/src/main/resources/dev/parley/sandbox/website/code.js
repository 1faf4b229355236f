// The code of a second factor, on the older and the newer page.
import { ask, showError, showStep } from './site.js'

const page = document.querySelector('main')
const form = document.querySelector('[data-second-factor]')
const code = form.querySelector('[data-code]')
const button = form.querySelector('[data-submit]')
let method = form.dataset.method

function goOn() {
  const next = page.dataset.next
  const save = sessionStorage.getItem('save-info')
  location.assign(save ? '/accounts/onetap/?next=' + encodeURIComponent(next) : next)
}

async function submit() {
  if (button.getAttribute('aria-disabled') === 'true' || code.value.trim() === '') return
  const { json } = await ask('/api/v1/web/accounts/login/ajax/two_factor/', {
    username: form.dataset.username,
    verificationCode: code.value,
    identifier: form.dataset.identifier,
    verification_method: method,
    trust_signal: String(form.querySelector('[data-trust]')?.checked ?? false),
    queryParams: JSON.stringify({ next: page.dataset.next }),
  })
  if (!json.authenticated) {
    if (json.checkpoint_url) location.assign(json.checkpoint_url)
    else showError(form, json.message || 'There was a problem. Please try again soon.')
    return
  }
  if (json.oneTapPrompt) sessionStorage.setItem('save-info', '1')
  if ('asksToTrust' in page.dataset) {
    form.remove()
    showStep('trust')
  } else goOn()
}

button.addEventListener('click', submit)
form.addEventListener('submit', event => {
  event.preventDefault()
  submit()
})
code.addEventListener('keydown', event => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  submit()
})
code.addEventListener('input', () => {
  if (button.hasAttribute('aria-disabled')) button.setAttribute('aria-disabled', String(code.value.trim().length < 6))
})

form.querySelector('[data-resend]')?.addEventListener('click', async () => {
  const { ok, json } = await ask('/api/v1/web/accounts/send_two_factor_login_sms/', {
    username: form.dataset.username,
    identifier: form.dataset.identifier,
  })
  showError(form, ok ? 'We sent you a new code by SMS.' : json.message || 'There was a problem. Please try again soon.')
})

form.querySelectorAll('[data-method-choice]').forEach(choice =>
  choice.addEventListener('click', () => {
    method = choice.dataset.methodChoice
    form.querySelector('#verificationCodeDescription').textContent = 'Enter an 8-digit backup code.'
  }),
)

document.addEventListener('click', async event => {
  const trusts = event.target.closest('[data-trust-device]')
  if (trusts) await ask('/api/v1/web/accounts/trust_device/', {})
  if (trusts || event.target.closest('[data-go-on]')) goOn()
})
