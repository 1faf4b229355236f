package dev.parley.instagram.browser;

import dev.parley.instagram.browser.page.Likeness;

/** Looks at the account's page as it is, or at the site's first one where none is open. */
final class Looking {

    private Looking() {}

    static Sight at(Errand errand) {
        String url = errand.tab().step((page, wire) -> page.url(), errand.deadline());
        if (!url.startsWith(errand.base() + "/")) {
            errand.open("/");
        }
        return errand.tab()
                .until(
                        (page, wire) -> new Sight(Likeness.path(page), Likeness.picture(page), Likeness.source(page)),
                        errand.deadline());
    }
}
