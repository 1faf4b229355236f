// Following and unfollowing.
import { ask, openDialog, refused } from './site.js'

const FACES = {
  text: () => 'text',
  icon: state => (state === 'Following' || state === 'Requested' ? 'icon' : 'text'),
  chevron: state => (state === 'Following' ? 'chevron' : 'text'),
}

function paint(button) {
  const { state, look } = button.dataset
  const face = document.querySelector(`template[data-face="${FACES[look](state)}"]`).content.cloneNode(true)
  const text = face.querySelector('[data-text]')
  if (text) text.textContent = state
  face.querySelector('[data-label]')?.setAttribute('aria-label', state)
  button.replaceChildren(face)
  button.classList.toggle('primary', state.startsWith('Follow') && state !== 'Following')
}

function stateOf(status, before) {
  if (status.following) return 'Following'
  if (status.outgoing_request) return 'Requested'
  return status.followed_by || before === 'Follow Back' ? 'Follow Back' : 'Follow'
}

async function change(button, how) {
  const answer = await ask(`/api/v1/friendships/${how}/${button.dataset.follow}/`, { user_id: button.dataset.follow })
  if (!answer.ok) return refused(answer)
  button.dataset.state = stateOf(answer.json.friendship_status, button.dataset.state)
  paint(button)
}

function askToUnfollow(button) {
  const steps = button.dataset.unfollow === 'confirm' || button.dataset.state === 'Requested' ? ['confirm'] : ['menu']
  if (button.dataset.unfollow === 'two_steps' || (steps[0] === 'menu' && 'private' in button.dataset)) steps.push('confirm')
  openNext(button, [...new Set(steps)])
}

function openNext(button, [step, ...more]) {
  const dialog = openDialog('unfollow-' + step)
  dialog.querySelector('[data-unfollow-now]').addEventListener('click', () => {
    dialog.remove()
    if (more.length) openNext(button, more)
    else change(button, 'destroy')
  })
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-follow]')
  if (!button) return
  if (button.dataset.state === 'Following' || button.dataset.state === 'Requested') askToUnfollow(button)
  else change(button, 'create')
})

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-suggested]')
  if (!button) return
  const answer = await ask(`/api/v1/friendships/create/${button.dataset.suggested}/`, { user_id: button.dataset.suggested })
  if (!answer.ok) return refused(answer)
  button.firstElementChild.textContent = answer.json.friendship_status.following ? 'Following' : 'Requested'
})

document.querySelectorAll('[data-follow]').forEach(paint)
