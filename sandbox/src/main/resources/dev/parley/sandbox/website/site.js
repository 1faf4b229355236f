// What every page shares: dialogs, buttons that are not buttons, and asking the site.

export function cookie(name) {
  const pair = document.cookie.split('; ').find(each => each.startsWith(name + '='))
  return pair ? pair.slice(name.length + 1) : ''
}

export function openDialog(name) {
  const template = document.querySelector(`template[data-dialog="${name}"]`)
  if (!template) return null
  const dialog = template.content.firstElementChild.cloneNode(true)
  document.body.append(dialog)
  dialog.querySelector('[data-focus]')?.focus()
  return dialog
}

export function say(text) {
  const toast = openDialog('trouble')
  toast.querySelector('[data-text]').textContent = text
  setTimeout(() => toast.remove(), 6000)
}

/** Shows the step of a page that waits in a template. */
export function showStep(name) {
  const step = document.querySelector(`template[data-step="${name}"]`)
  document.querySelectorAll('div[data-step]').forEach(shown => shown.remove())
  const shown = document.createElement('div')
  shown.dataset.step = name
  shown.append(step.content.cloneNode(true))
  step.before(shown)
  document.dispatchEvent(new CustomEvent('step'))
  return shown
}

export function showError(form, text, link) {
  const place = form.querySelector('[data-error]')
  const error = document.createElement(place.dataset.error)
  if (place.dataset.errorId) {
    error.id = place.dataset.errorId
    error.dataset.testid = 'login-error-message'
  }
  if (place.dataset.error === 'p') error.setAttribute('role', 'alert')
  error.textContent = text
  if (link) {
    const anchor = document.createElement('a')
    anchor.href = '/accounts/password/reset/'
    anchor.textContent = link
    error.append(' ', anchor)
  }
  place.replaceChildren(error)
}

const headers = { 'X-IG-App-ID': '936619743392459', 'X-Requested-With': 'XMLHttpRequest' }

/** {ok, status, json}; status 0 when nothing came back. */
export async function ask(path, fields) {
  const request = fields === undefined
    ? { headers }
    : {
        method: 'POST',
        headers: { ...headers, 'X-CSRFToken': cookie('csrftoken'), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields),
      }
  try {
    const response = await fetch(path, request)
    const json = await response.json().catch(() => null)
    return { ok: response.ok && json?.status === 'ok', status: response.status, json: json ?? {} }
  } catch {
    return { ok: false, status: 0, json: {} }
  }
}

/** Does what the site does when an action was refused; `next` is where signing in leads back to. */
export function refused({ status, json }, next = location.pathname) {
  if (json.message === 'feedback_required') openDialog('block')
  else if (json.checkpoint_url) location.assign(json.checkpoint_url)
  else if (json.message === 'login_required') location.assign('/accounts/login/?next=' + encodeURIComponent(next))
  else if (status === 429 || json.message?.startsWith('Please wait')) say('Please wait a few minutes before you try again.')
  else say('Something went wrong. Please try again.')
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-close]')) event.target.closest('.veil').remove()
  const opener = event.target.closest('[data-open]')
  if (opener) openDialog(opener.dataset.open)
  const shower = event.target.closest('[data-show]')
  if (shower) showStep(shower.dataset.show)
})

// Enter and Space press what has the role of a button.
document.addEventListener('keydown', event => {
  const pressed = event.key === 'Enter' || event.key === ' '
  if (pressed && event.target.matches?.('div[role=button]')) {
    event.preventDefault()
    event.target.click()
  }
})

document.addEventListener('click', async event => {
  if (!event.target.closest('[data-logout]')) return
  await ask('/api/v1/web/accounts/logout/ajax/', {})
  location.assign('/accounts/login/')
})

function remember(name, value, days) {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${days * 86400}`
}

remember('wd', `${innerWidth}x${innerHeight}`, 7)
remember('dpr', devicePixelRatio, 7)
