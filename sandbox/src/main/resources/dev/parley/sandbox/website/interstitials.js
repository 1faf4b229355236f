// What gets in the way: cookies, notifications, saving the login info, warnings.
import { ask, cookie, openDialog } from './site.js'

const LATE = 1500

document.addEventListener('click', event => {
  if (!event.target.closest('[data-cookies]')) return
  document.cookie = 'ig_nrcb=1; Path=/; Max-Age=31536000'
  event.target.closest('.veil').remove()
})

document.addEventListener('click', event => {
  const answer = event.target.closest('[data-notifications]')
  if (!answer) return
  localStorage.setItem('notifications', answer.dataset.notifications)
  answer.closest('.veil').remove()
})

document.addEventListener('click', async event => {
  const answer = event.target.closest('[data-save-info]')
  if (!answer) return
  if (answer.dataset.saveInfo === 'yes') await ask('/api/v1/web/accounts/request_one_tap_login_nonce/', {})
  const page = document.querySelector('[data-save-info-page]')
  if (page) location.assign(page.dataset.next)
  else answer.closest('.veil').remove()
})

document.addEventListener('click', async event => {
  if (!event.target.closest('[data-agree]')) return
  await ask('/api/v1/web/standing/agree/', {})
  location.assign('/')
})

/** Asks once about notifications; from then on the browser remembers the answer. */
export function askAboutNotifications() {
  if (!localStorage.getItem('notifications') && !document.querySelector('body > .veil [data-notifications]')) {
    openDialog('notifications')
  }
}

document.addEventListener('DOMContentLoaded', () => {
  if ('blocked' in document.body.dataset) openDialog('block')
  if (!cookie('ig_nrcb')) openDialog('cookies')
  if (sessionStorage.getItem('save-info') && document.body.matches('.member')) {
    sessionStorage.removeItem('save-info')
    openDialog('save-info')
  }
  const notifications = document.querySelector('template[data-dialog=notifications]')?.dataset.when
  if (notifications === 'at_load' || notifications === 'no_role') askAboutNotifications()
  if (notifications === 'late') setTimeout(askAboutNotifications, LATE)
  if (notifications === 'over_composer') {
    document.addEventListener('input', event => {
      if (event.target.matches('[aria-label=Message], [placeholder="Message..."]')) askAboutNotifications()
    })
  }
})
