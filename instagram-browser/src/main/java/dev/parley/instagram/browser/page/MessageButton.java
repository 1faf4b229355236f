package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The way from somebody's profile to the conversation with them. Fact: it may be a button, an item behind "Options", or not there. */
public final class MessageButton {

    private final Page page;

    public MessageButton(Page page) {
        this.page = page;
    }

    public boolean isThere() {
        return Press.isThere(button());
    }

    public void press() {
        Press.on(button());
    }

    private Locator button() {
        return Press.button(header(), "message");
    }

    private Locator header() {
        return page.locator("main header").first();
    }

    public boolean hasOptions() {
        return Press.isThere(options());
    }

    public void pressOptions() {
        Press.on(options());
    }

    private Locator options() {
        return Press.visible(header().locator("button, [role=button]")
                .filter(new Locator.FilterOptions().setHas(page.locator("svg[aria-label=Options]"))));
    }

    /** Whether the menu behind "Options" is open. */
    public boolean menuIsOpen() {
        return Press.isThere(Press.visible(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON)));
    }

    public boolean menuHasIt() {
        return Press.isThere(item());
    }

    public void pressInMenu() {
        Press.on(item());
    }

    private Locator item() {
        return Press.button(page.getByRole(AriaRole.DIALOG), "send message");
    }
}
