// Stories: one after the other, each reported as seen.
import { ask, refused } from './site.js'

const SHOWN_FOR = 5000

function play(page) {
  const viewer = page.querySelector('[data-story-viewer]')
  const bars = [...viewer.querySelectorAll('[data-bar]')]
  const pauseButton = viewer.querySelector('[data-pause]')
  let place = Number(page.dataset.start)
  let timer = 0
  let paused = false

  function show() {
    const bar = bars[place]
    bars.forEach((each, i) => each.classList.toggle('full', i <= place))
    viewer.querySelector('[data-shown]').src = `/_sandbox/pictures/${bar.dataset.bar}.svg`
    viewer.querySelector('[data-previous]').hidden = place === 0
    history.replaceState({}, '', `/stories/${page.dataset.owner}/${bar.dataset.bar}/`)
    ask('/api/v1/stories/reel/seen/', {
      reelMediaId: bar.dataset.bar,
      reelMediaOwnerId: page.dataset.ownerId,
      reelId: page.dataset.ownerId,
      reelMediaTakenAt: bar.dataset.taken,
      viewSeenAt: String(Math.floor(Date.now() / 1000)),
    }).then(answer => {
      // Not back to the viewer, which would report the same again.
      if (!answer.ok && answer.json.message) refused(answer, '/')
    })
    wait()
  }

  function wait() {
    clearTimeout(timer)
    if (!paused) timer = setTimeout(() => move(1), SHOWN_FOR)
  }

  function move(by) {
    place = Math.max(0, place + by)
    if (place < bars.length) show()
    else leave()
  }

  function leave() {
    clearTimeout(timer)
    location.assign('/')
  }

  function swap(button, selector) {
    button.replaceChildren(viewer.querySelector(selector).content.cloneNode(true))
  }

  async function reply(field) {
    const text = field.value.trim()
    if (!text) return
    field.value = ''
    const answer = await ask('/api/v1/direct_v2/threads/broadcast/text/', {
      thread_id: page.dataset.thread,
      client_context: String(Date.now()) + String(Math.floor(Math.random() * 1e6)),
      text,
    })
    if (!answer.ok) refused(answer)
  }

  viewer.addEventListener('click', event => {
    if (event.target.closest('[data-next-story]')) move(1)
    if (event.target.closest('[data-previous]')) move(-1)
    if (event.target.closest('[data-close-story]')) leave()
    const heart = event.target.closest('[data-like-story]')
    if (heart) swap(heart, `template[data-heart=${heart.querySelector('[aria-label=Unlike]') ? 'like' : 'unlike'}]`)
    if (event.target.closest('[data-pause]')) {
      paused = !paused
      swap(pauseButton, `template[data-icon=${paused ? 'play' : 'pause'}]`)
      wait()
    }
  })
  const field = viewer.querySelector('[data-reply]')
  field.addEventListener('focus', () => clearTimeout(timer))
  field.addEventListener('blur', wait)
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    reply(field)
  })
  show()
}

const page = document.querySelector('main.stories')
if (page?.querySelector('[data-gate]')) {
  page.querySelector('[data-gate] [role=button]').addEventListener('click', () => {
    page.replaceChildren(page.querySelector('template[data-viewer]').content.cloneNode(true))
    play(page)
  })
} else if (page) play(page)

document.addEventListener('click', event => {
  const tray = event.target.closest('[data-story-of]')
  if (tray) location.assign(`/stories/${tray.dataset.storyOf}/`)
})

document.querySelectorAll('canvas').forEach(ring => {
  const pen = ring.getContext('2d')
  pen.strokeStyle = '#5b2bb5'
  pen.lineWidth = 3
  pen.arc(ring.width / 2, ring.height / 2, ring.width / 2 - 2, 0, 2 * Math.PI)
  pen.stroke()
})
