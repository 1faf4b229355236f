package dev.parley.instagram.browser.page;

/**
 * What reads a conversation in one go. Fact: its list has had three forms since 2024, and in all of them a message is a bubble of role
 * "presentation" in a line of role "none"; own ones stand at the end of the line or are told by a hidden "You sent".
 */
final class ChatScripts {

    private static final String LIST =
            "[aria-label^=\"Messages in\"], [aria-label^=\"Conversation\"], [data-pagelet=IGDMessagesList]";

    /** Texts of the page outside of messages, of the composer and of names. */
    static final String REMARKS = """
            () => {
              const TALK = '%s, [role=presentation], [data-message-id], [role=row], [contenteditable=true], textarea, header, h1, h2, [dir=auto] [dir=auto]'
              const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              const NEEDED = /message|Invite sent/
              return [...document.querySelectorAll('main *, [role=dialog] *, [data-panel] *, body > div *')]
                .filter(each => each.childNodes.length && [...each.childNodes].some(node => node.nodeType === 3 && NEEDED.test(node.data)))
                .filter(each => !each.closest(TALK) && shown(each))
                .slice(0, 40)
                .map(each => each.textContent.trim().slice(0, 200))
            }
            """.formatted(LIST);

    /** The text of the last field that is shown. */
    static final String TYPED = """
            composer => {
              const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              const field = [...document.querySelectorAll(composer)].filter(shown).at(-1)
              return field ? field.value ?? field.innerText : ''
            }
            """;

    static final String TRACES = """
            ([text, composer]) => {
              const typed = (%s)(composer)
              const plain = each => (each.innerText || '').trim().replace(/\\s+/g, ' ')
              const list = [...document.querySelectorAll('%s')].filter(each => each.checkVisibility()).at(-1)
              if (!list) return { count: 0, typed }
              const own = [...list.querySelectorAll('[role=presentation]')]
                .filter(bubble => !bubble.parentElement.closest('[role=presentation]'))
                .map(bubble => {
                  const line = bubble.closest('[role=none]') || bubble.parentElement
                  const row = bubble.closest('[data-message-id], [role=row], [role=group], [role=article]') || line
                  return { bubble, line, row, bottom: bubble.getBoundingClientRect().bottom }
                })
                .filter(({ line, row }) => getComputedStyle(line).justifyContent === 'flex-end' || /\\bYou sent\\b/.test(
                  [...row.querySelectorAll('*')].filter(each => !each.closest('[role=presentation]')).map(each => each.textContent).join(' ')))
              const says = ({ bubble }) => plain(bubble) === text || [...bubble.querySelectorAll('[dir=auto]')].some(each => plain(each) === text)
              const same = own.filter(says)
              const newest = own.reduce((one, other) => (!one || other.bottom > one.bottom ? other : one), null)
              if (!newest || !says(newest)) return { count: same.length, typed, newest: false }
              const label = words => newest.row.querySelector(`[aria-label^="${words}"]`) !== null
              return {
                count: same.length,
                typed,
                newest: true,
                pending: label('igd message sending status'),
                failed: label('Failed to send'),
                id: newest.row.getAttribute('data-message-id') || '',
              }
            }
            """.formatted(TYPED, LIST);

    private ChatScripts() {}
}
