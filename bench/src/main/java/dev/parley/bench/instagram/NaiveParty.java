package dev.parley.bench.instagram;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.concurrent.atomic.AtomicReference;

/** What is written first: a browser for each message, the account's cookies in it, the conversation opened, the message typed and seen. */
final class NaiveParty implements MessageLoop.Sender {

    private final String site;
    private final AtomicReference<Processor> closed = new AtomicReference<>(Processor.NONE);

    private NaiveParty(String site) {
        this.site = site;
    }

    public static void main(String[] args) throws Exception {
        MessageLoop.run(args, new NaiveParty(args[0]));
    }

    @Override
    public void send(Chats.Place to, String text) {
        try (PlainBrowser plain = PlainBrowser.launch()) {
            BrowserContext context = plain.browser().newContext();
            context.setDefaultTimeout(PlainBrowser.PATIENCE_MILLIS);
            context.addCookies(to.session().cookies().entrySet().stream()
                    .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site))
                    .toList());
            Page page = context.newPage();
            page.navigate(site + "/direct/t/" + to.chat().thread() + "/");
            type(page, text);
            page.getByText(text).last().waitFor();
            closed.accumulateAndGet(BrowserProcesses.usedBy(plain.process()), Processor::plus);
        }
    }

    private static void type(Page page, String text) {
        Locator composer = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
        composer.fill(text);
        Response response = page.waitForResponse(
                answer -> answer.url().contains("/threads/broadcast/text/"), () -> composer.press("Enter"));
        if (!response.ok()) {
            throw new IllegalStateException("refused: " + response.status());
        }
    }

    /** Between messages nothing runs that was not counted; how a browser is closed is left out. */
    @Override
    public Processor used() {
        return new Processor(BrowserProcesses.used().java(), 0, 0).plus(closed.get());
    }
}
