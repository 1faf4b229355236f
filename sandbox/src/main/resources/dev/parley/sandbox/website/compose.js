// Choosing whom to write to.
import { ask } from './site.js'

let asked = 0

function result({ user }) {
  const made = document.querySelector('template[data-result]').content.firstElementChild.cloneNode(true)
  made.querySelector('img').src = user.profile_pic_url
  made.querySelector('[data-name]').textContent = user.full_name
  made.querySelector('[data-username]').textContent = user.username
  made.dataset.opens = user.thread_id
  return made
}

async function search(input) {
  const dialog = input.closest('[role=dialog]')
  const number = ++asked
  const { json } = await ask('/api/v1/web/search/topsearch/?context=user&query=' + encodeURIComponent(input.value))
  if (number !== asked) return
  const found = (json.users ?? []).map(result)
  const nothing = document.querySelector('template[data-no-result]').content.cloneNode(true)
  dialog.querySelector('[data-results]').replaceChildren(...(found.length || !input.value.trim() ? found : [nothing]))
}

document.addEventListener('input', event => {
  if (event.target.matches('[data-query]')) search(event.target)
})

document.addEventListener('change', event => {
  if (!event.target.matches('[name=ContactSearchResultCheckbox]')) return
  const dialog = event.target.closest('[role=dialog]')
  dialog.querySelectorAll('[name=ContactSearchResultCheckbox]').forEach(box => {
    if (box !== event.target) box.checked = false
  })
  dialog.querySelector('[data-start]').setAttribute('aria-disabled', String(!event.target.checked))
})

document.addEventListener('click', event => {
  const start = event.target.closest('[data-start]')
  const chosen = start?.closest('[role=dialog]').querySelector(':checked')
  if (chosen) location.assign(`/direct/t/${chosen.closest('[data-opens]').dataset.opens}/`)
})
