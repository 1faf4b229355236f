package dev.parley.sandbox.website;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import java.util.List;
import java.util.regex.Pattern;

/** What a person does on the website, by what they see. */
record Site(Page page) {

    void typePassword(String username, String password) {
        page.navigate("/accounts/login/");
        page.getByLabel(Pattern.compile("username", Pattern.CASE_INSENSITIVE)).fill(username);
        page.locator("input[type=password]").fill(password);
        page.keyboard().press("Enter");
    }

    void logIn(String username) {
        typePassword(username, Account.PASSWORD);
        page.waitForURL(url -> !url.contains("/accounts/login/"));
    }

    /** Puts a session's cookie into the browser. */
    void adopt(Session session, String site) {
        page.context().addCookies(List.of(new Cookie("sessionid", session.sessionId()).setUrl(site)));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    List<String> cookieNames() {
        return page.context().cookies().stream().map(cookie -> cookie.name).toList();
    }
}
