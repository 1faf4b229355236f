package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;

/** Choosing whom to write to. Fact: display names collide, so the username under them decides, letter by letter. */
public final class ComposeDialog {

    public static final String PATH = "/direct/new/";

    private static final String FIELD = "input[name=queryBox], input[placeholder^='Search']";

    private static final String MARKED = "label, [role=option], [role=listitem], [role=checkbox], [role=button]";

    /** The place of the row whose last text is the username; -1 if there is none. */
    private static final String PLACE = """
            (rows, username) => rows.findIndex(row => {
              const texts = [...row.querySelectorAll('*')]
                .filter(each => each.children.length === 0 && each.textContent.trim())
                .map(each => each.textContent.trim().toLowerCase())
              return texts.length > 0 && texts.at(-1) === username && (texts.length > 1 || row.querySelector('input, img'))
            })
            """;

    private final Page page;
    private final String username;

    public ComposeDialog(Page page, String username) {
        this.page = page;
        this.username = username.toLowerCase(Locale.ROOT);
    }

    private Locator dialog() {
        return Press.visible(
                page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHas(page.locator(FIELD))));
    }

    public boolean isOpen() {
        return Press.isThere(dialog());
    }

    public void search() {
        dialog().locator(FIELD).first().fill(username);
    }

    /** Whether the person can be chosen now. */
    public boolean offersThem() {
        return place() >= 0;
    }

    public boolean foundNobody() {
        return Press.isThere(dialog().getByText(Press.exactly("no account found\\.?|no results found\\.?")));
    }

    private int place() {
        return dialog().locator(MARKED).evaluateAll(PLACE, username) instanceof Number place ? place.intValue() : -1;
    }

    public void choose() {
        Press.on(dialog().locator(MARKED).nth(Math.max(0, place())));
    }

    public void start() {
        Press.on(Press.button(dialog(), "chat|next"));
    }
}
