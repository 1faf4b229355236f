// Conversations, on a page of their own or in a panel over a profile.
import { ask, openDialog, refused, say } from './site.js'

// It looks for news often at first, and less often as long as none come.
const SOON = 3000
const LATEST = 15000
const opened = new WeakMap()

function chatOf(section) {
  const list = section.querySelector('[data-messages]')
  const path = `/api/v1/direct_v2/threads/${section.dataset.chatId}/`
  let newest = section.dataset.newest
  let drained = false
  let pause = SOON
  let looking

  function row(kind, text, id) {
    const made = section.querySelector(`template[data-row=${kind}]`).content.firstElementChild.cloneNode(true)
    made.querySelector('[data-text]').textContent = text
    made.dataset.messageId = id
    return made
  }

  const known = id => id && list.querySelector(`[data-message-id="${CSS.escape(id)}"]`)

  function mark(line, status) {
    line.querySelector('[data-state]')?.remove()
    const template = section.querySelector(`template[data-status=${status}]`)
    if (template) line.querySelector('.line').append(template.content.cloneNode(true))
  }

  function settle(line, id) {
    line.dataset.messageId = id
    line.dataset.token = ''
    mark(line, 'sent')
    if (id > newest) newest = id
  }

  async function send(text) {
    const token = String(Date.now()) + String(Math.floor(Math.random() * 1e6)).padStart(6, '0')
    const line = row('own', text, '')
    line.dataset.token = token
    mark(line, 'pending')
    list.prepend(line)
    const answer = await ask('/api/v1/direct_v2/threads/broadcast/text/', {
      action: 'send_item',
      thread_id: section.dataset.chatId,
      client_context: token,
      text,
    })
    if (answer.ok) {
      settle(line, answer.json.payload.item_id)
      if ('invite' in section.dataset) {
        section.querySelector('[data-below]').replaceChildren(section.querySelector('template[data-invited]').content.cloneNode(true))
      }
      return
    }
    mark(line, 'failed')
    if (/message/.test(answer.json.message ?? '') && answer.status === 400) tell(answer.json.message)
    else refused(answer)
  }

  function tell(text) {
    section.querySelector('[data-refusal]')?.remove()
    const notice = document.createElement('div')
    notice.className = 'banner'
    notice.dataset.refusal = ''
    notice.setAttribute('role', 'status')
    notice.textContent = text
    section.querySelector('[data-below]').before(notice)
  }

  function show(item) {
    const own = item.user_id === section.dataset.viewer
    const waiting = own && item.client_context && list.querySelector(`[data-token="${CSS.escape(item.client_context)}"]`)
    if (waiting) settle(waiting, item.item_id)
    else if (!known(item.item_id)) list.prepend(row(own ? 'own' : 'theirs', item.text, item.item_id))
  }

  async function look() {
    if (!section.isConnected) return
    const { ok, json } = document.hidden ? { ok: false } : await ask(`${path}items/?after=${newest}`)
    const items = ok ? json.thread.items : []
    items.toReversed().forEach(show)
    if (items.length && items[0].item_id > newest) {
      newest = items[0].item_id
      read()
    }
    lookIn(items.length ? SOON : Math.min(LATEST, pause * 2))
  }

  function lookIn(millis) {
    clearTimeout(looking)
    pause = millis
    looking = setTimeout(look, millis)
  }

  async function read() {
    if (!newest || section.querySelector('[data-request]')) return
    const { ok } = await ask(`${path}items/${newest}/seen/`, { thread_id: section.dataset.chatId })
    if (ok) document.querySelector(`[href*="${section.dataset.chatId}"] .unread, [data-thread="${section.dataset.chatId}"] .unread`)?.remove()
  }

  async function older() {
    const oldest = [...list.querySelectorAll('[data-message-id]')].map(each => each.dataset.messageId).filter(Boolean).at(-1)
    if (drained || !oldest) return
    drained = true
    const { ok, json } = await ask(`${path}items/?before=${oldest}`)
    if (!ok) return
    json.thread.items.forEach(item => list.append(row(item.user_id === section.dataset.viewer ? 'own' : 'theirs', item.text, item.item_id)))
    drained = json.thread.items.length === 0
  }

  async function answerRequest(how) {
    const answer = await ask(`${path}${how}/`, {})
    if (!answer.ok) return refused(answer)
    if (how === 'approve') location.reload()
    else location.assign('/direct/requests/')
  }

  list.addEventListener('scroll', () => {
    if (list.scrollHeight + list.scrollTop - list.clientHeight < 80) older()
  })
  section.addEventListener('input', () => lookIn(SOON))
  lookIn(SOON)
  read()
  return { send, answerRequest }
}

// What is in the composer is what real key presses, or a paste, have put there; a script that writes into the element changes nothing.
function composerOf(composer, send) {
  const input = composer.querySelector('[data-input]')
  let text = ''

  const content = () => ('value' in input ? input.value : input.innerText.replace(/\n\n/g, '\n').replace(/\n$/, ''))

  function follow() {
    const button = composer.querySelector('[role=button]')
    const filled = text.trim() !== ''
    composer.classList.toggle('filled', text !== '')
    if (filled && !button) composer.append(composer.querySelector('template[data-send]').content.cloneNode(true))
    if (!filled) button?.remove()
  }

  function empty() {
    text = ''
    if ('value' in input) input.value = ''
    else input.innerHTML = '<p><br></p>'
    follow()
  }

  function submit() {
    const sent = text.trim()
    if (!sent) return
    empty()
    send(sent)
  }

  input.addEventListener('input', event => {
    if (!event.isTrusted) return
    text = content()
    follow()
  })
  input.addEventListener('paste', event => {
    event.preventDefault()
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'))
  })
  input.addEventListener('keydown', event => {
    if (!event.isTrusted || event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  composer.addEventListener('click', event => {
    if (event.target.closest('[role=button]')) submit()
  })
}

function open(section) {
  if (opened.has(section)) return
  const chat = chatOf(section)
  opened.set(section, chat)
  const composer = section.querySelector('[data-composer]')
  if (composer) composerOf(composer, chat.send)
}

/** A conversation as it is shown in a panel; null if it did not come, or the site leads elsewhere. */
async function fetchPanel(thread) {
  const response = await fetch(`/direct/t/${thread}/?panel=1`).catch(() => null)
  if (!response?.ok) {
    say('Something went wrong. Please try again.')
    return null
  }
  if (response.redirected) {
    location.assign(response.url)
    return null
  }
  const holder = document.createElement('template')
  holder.innerHTML = await response.text()
  return holder.content.querySelector('[data-panel]')
}

async function openPanel(thread) {
  document.querySelector('[data-panel]')?.remove()
  const panel = await fetchPanel(thread)
  if (!panel) return
  document.body.append(panel)
  open(panel.querySelector('[data-chat-id]'))
}

/** From the list: the address changes at once, what is shown when it has come. */
async function openBesideList(thread) {
  const address = `/direct/t/${thread}/`
  if (location.pathname === address) return
  history.pushState(null, '', address)
  const chat = (await fetchPanel(thread))?.querySelector('[data-chat-id]')
  if (!chat || location.pathname !== address) return
  document.querySelector('.inbox').nextElementSibling.replaceWith(chat)
  open(chat)
}

function threadOf(row) {
  return row.dataset.thread ?? row.pathname.split('/')[3]
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-message]')
  if (button && button.dataset.chat === 'panel') openPanel(button.dataset.message)
  else if (button) location.assign(`/direct/t/${button.dataset.message}/`)
  const row = event.target.closest('.inbox .conversation')
  if (row && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault()
    openBesideList(threadOf(row))
  }
  const chat = opened.get(document.querySelector('[data-chat-id]'))
  if (event.target.closest('[data-accept]')) chat.answerRequest('approve')
  if (event.target.closest('[data-decline]')) chat.answerRequest('decline')
  if (event.target.closest('[data-close-panel]')) document.querySelector('[data-panel]').remove()
})

window.addEventListener('popstate', () => location.reload())

document.querySelectorAll('[data-chat-id]').forEach(open)
if ('composing' in (document.querySelector('main')?.dataset ?? {})) openDialog('compose')
