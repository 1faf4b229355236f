// Who follows somebody, and whom they follow, in a dialog.
import { ask, openDialog, refused } from './site.js'

const page = document.querySelector('main[data-person-id]')

function line(user) {
  const made = document.querySelector('template[data-person]').content.cloneNode(true)
  made.querySelector('img').src = user.profile_pic_url
  made.querySelector('a').href = `/${user.username}/`
  made.querySelector('[data-username]').textContent = user.username
  made.querySelector('small').textContent = user.full_name
  return made
}

async function open(list) {
  const dialog = openDialog('people')
  const people = dialog.querySelector('[data-people]')
  dialog.querySelector('[data-title]').textContent = list === 'followers' ? 'Followers' : 'Following'
  let next = ''
  let asking = false

  async function more() {
    if (asking || next === null) return
    asking = true
    const answer = await ask(`/api/v1/friendships/${page.dataset.personId}/${list}/?count=12&max_id=${next}`)
    asking = false
    if (!answer.ok) return refused(answer)
    people.append(...answer.json.users.map(line))
    next = answer.json.next_max_id ?? null
  }

  people.addEventListener('scroll', () => {
    if (people.scrollTop + people.clientHeight > people.scrollHeight - 60) more()
  })
  more()
}

document.addEventListener('click', event => {
  const link = event.target.closest('[data-list-of]')
  if (!link) return
  event.preventDefault()
  open(link.dataset.listOf)
})

if (page?.dataset.list) open(page.dataset.list)
