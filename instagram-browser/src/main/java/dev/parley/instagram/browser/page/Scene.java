package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in the foreground of a page: read in one go, because it is read often. Text of conversations is left out, for people may write there
 * whatever they like, the words of the site included.
 *
 * @param notices dialogs, alerts and notices that are shown
 * @param headings the headings that are shown
 * @param asksForPassword whether there is a field for a password: the surest sign of being signed out
 * @param isDocument whether it is a page at all, and not data or a text
 */
public record Scene(
        Address address, List<Notice> notices, List<String> headings, boolean asksForPassword, boolean isDocument) {

    /** @param isDialog whether it stands in the way of everything else */
    public record Notice(boolean isDialog, String text) {}

    private static final String SCRIPT = """
            () => {
              const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              const TALK = '[contenteditable=true], textarea, [role=row], [data-pagelet=IGDMessagesList], [aria-label^="Conversation"]'
              const talks = element => element.querySelector(TALK) || element.closest(TALK)
              const text = element => (element.innerText || '').slice(0, 600)
              const all = (selector, most) =>
                [...document.querySelectorAll(selector)].filter(each => shown(each) && !talks(each)).slice(0, most)
              return {
                notices: all('[role=dialog], [role=alertdialog], [role=alert], [role=status]', 12)
                  .map(each => ({ dialog: each.getAttribute('role').endsWith('dialog'), text: text(each) })),
                headings: all('h1, h2, h3, [role=heading]', 12).map(text),
                password: [...document.querySelectorAll('input[type=password]')].some(shown),
                document: document.contentType === 'text/html',
              }
            }
            """;

    /** What is shown now. */
    public static Scene of(Page page) {
        Object read = page.evaluate(SCRIPT);
        Map<?, ?> scene = read instanceof Map<?, ?> map ? map : Map.of();
        return new Scene(
                Address.of(page.url()),
                list(scene.get("notices")).stream().map(Scene::notice).toList(),
                list(scene.get("headings")).stream().map(String::valueOf).toList(),
                Boolean.TRUE.equals(scene.get("password")),
                Boolean.TRUE.equals(scene.get("document")));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Notice notice(Object value) {
        Map<?, ?> notice = value instanceof Map<?, ?> map ? map : Map.of();
        return new Notice(Boolean.TRUE.equals(notice.get("dialog")), String.valueOf(notice.get("text")));
    }

    public boolean hasDialog() {
        return notices.stream().anyMatch(Notice::isDialog);
    }

    /** Whether a heading, or a dialog, has these words. */
    public boolean says(String words) {
        return headings.stream().anyMatch(heading -> heading.contains(words)) || dialogSays(words);
    }

    /** Whether something else came than the site's pages are: no page, or one that says that there is none. */
    public boolean isNonsense() {
        return !isDocument || says("Something went wrong");
    }

    public boolean dialogSays(String words) {
        return notices.stream()
                .anyMatch(notice -> notice.isDialog() && notice.text().contains(words));
    }
}
