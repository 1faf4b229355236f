package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotType;
import java.util.List;

/**
 * What a page looks like, fit to be kept and shown: what was typed is blanked, on pages with conversations all text outside of the site's own dialogs
 * is, and of the source only what tells how the page is built is left.
 */
public final class Likeness {

    private static final int LARGEST_PICTURE = 4 * 1024 * 1024;
    private static final int LONGEST_SOURCE = 100_000;
    private static final double LIMIT_MILLIS = 3_000;
    private static final String TYPED = "input, textarea, [contenteditable=true]";

    /** Wherever messages stand, in the list of conversations too. */
    private static final String TALK =
            "[dir=auto], [role=row], [role=grid], [role=group], [role=listitem], [data-message-id], "
                    + "[data-pagelet^=IGD], [aria-label^='Conversation'], [aria-label^='Messages in'], a[href^='/direct/t/'], "
                    + "[role=button]:has(img[alt='user-profile-picture'])";

    private static final String SOURCE = """
            ([talk, longest]) => {
              const KEPT = ['role', 'type', 'name', 'id', 'for', 'placeholder', 'alt', 'tabindex', 'disabled', 'contenteditable', 'data-pagelet']
              const talks = location.pathname.split('/')[1] === 'direct' || document.querySelector('[contenteditable=true], ' + talk.join())
              const DIALOG = '[role=dialog], [role=alertdialog], [role=alert], [role=status]'
              const blank = text => text.replace(/[^\\s]/g, '\\u00b7')
              const path = href => href.split(/[?#]/)[0].replace(/[A-Za-z0-9_-]{20,}/g, '\\u2026')
              const LEFT_OUT = ['SCRIPT', 'STYLE', 'SVG', 'LINK', 'META', 'NOSCRIPT', 'TEMPLATE', 'IFRAME']
              let source = ''
              const attributes = element => [...element.attributes]
                .filter(({ name }) => KEPT.includes(name) || name.startsWith('aria-') || name === 'href')
                .map(({ name, value }) => ` ${name}="${(name === 'href' ? path(value) : value.slice(0, 80)).replace(/[A-Za-z0-9_-]{32,}/g, '\\u2026')}"`)
                .join('')
              const write = (node, hidden) => {
                if (source.length > longest) return
                if (node.nodeType === Node.TEXT_NODE) {
                  const text = node.data.replace(/\\s+/g, ' ').slice(0, 300)
                  source += hidden ? blank(text) : text
                  return
                }
                if (node.nodeType !== Node.ELEMENT_NODE) return
                const tag = node.tagName.toUpperCase()
                if (tag === 'SVG') source += `<svg${attributes(node)}/>`
                if (LEFT_OUT.includes(tag)) return
                const typed = node.matches('input, textarea, [contenteditable=true]')
                const said = node.matches(DIALOG) && !node.querySelector('[contenteditable=true], textarea, ' + talk.slice(1).join())
                const hides = typed || (hidden && !said) || node.matches(talk.slice(1).join())
                source += `<${tag.toLowerCase()}${attributes(node)}>`
                node.childNodes.forEach(child => write(child, hides))
                source += `</${tag.toLowerCase()}>`
              }
              write(document.body, Boolean(talks))
              return source.slice(0, longest)
            }
            """;

    private Likeness() {}

    /** PNG of what is visible; empty if the page does not hold still for it. */
    public static byte[] picture(Page page) {
        try {
            byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.PNG)
                    .setMask(List.of(page.locator(TYPED), page.locator(hidden(page))))
                    .setMaskColor("#000000")
                    .setTimeout(LIMIT_MILLIS));
            return picture.length > LARGEST_PICTURE ? new byte[0] : picture;
        } catch (PlaywrightException e) {
            return new byte[0];
        }
    }

    private static String hidden(Page page) {
        boolean talks = Address.of(page.url()).under("direct")
                || page.locator("[contenteditable=true], [data-message-id]").count() > 0;
        return talks ? TALK : "[data-message-id]";
    }

    public static String source(Page page) {
        return String.valueOf(page.evaluate(SOURCE, List.of(List.of(TALK.split(", ")), LONGEST_SOURCE)));
    }

    /** The path, without what may be secret in it. */
    public static String path(Page page) {
        Address address = Address.of(page.url());
        return "/"
                + String.join(
                        "/", address.segments().stream().map(Likeness::shown).toList());
    }

    private static String shown(String segment) {
        return segment.matches("[A-Za-z0-9_-]{20,}") ? "…" : segment;
    }
}
