package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.instagram.Refusal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An open conversation, on a page of its own or in a panel over a profile: where messages are typed, sent and seen. */
public final class ChatPage {

    /** Fact: the field has been an editor since 2023, and a text area before. */
    static final String COMPOSER =
            "[contenteditable=true][aria-label='Message'], [contenteditable=true][aria-placeholder^='Message'], "
                    + "textarea[placeholder^='Message'], textarea[aria-label='Message']";

    private static final String SEND = "send";

    /** Fact: businesses may be asked which of the two the first message to somebody shall be. */
    private static final String FIRST_WRITE = "send message request|send prioriti[sz]ed message";

    private static final Pattern REFUSING = Pattern.compile(
            "^(Not everyone can message this account|This account can['’]t receive your message|You can['’]t message this account).*",
            Pattern.DOTALL);
    private static final Pattern INVITED =
            Pattern.compile("^(Invite sent|You can send more messages after).*", Pattern.DOTALL);
    private static final Pattern ASKING = Pattern.compile("^Accept message request from .*", Pattern.DOTALL);

    private final Page page;
    private final String composer;

    public ChatPage(Page page) {
        this(page, COMPOSER);
    }

    /** With a field that is none of the known ones. */
    public ChatPage(Page page, Found field) {
        this(page, field.selector());
    }

    private ChatPage(Page page, String composer) {
        this.page = page;
        this.composer = composer;
    }

    /** How the conversation stands. */
    public sealed interface Standing {

        /** Something can be typed. */
        record Open() implements Standing {}

        /** Nothing can be written to this person, or not now. */
        record Closed(Refusal refusal) implements Standing {}
    }

    /** Null as long as no conversation is shown. */
    public @Nullable Standing standing() {
        if (Press.isThere(composer())) {
            return new Standing.Open();
        }
        return remarks().stream()
                .map(ChatPage::closed)
                .filter(closed -> closed != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Standing closed(String remark) {
        if (REFUSING.matcher(remark).matches()) {
            return new Standing.Closed(
                    new Refusal.MessagesRefused("The person does not take messages of this account"));
        }
        if (INVITED.matcher(remark).matches()) {
            return new Standing.Closed(
                    new Refusal.MessagesRefused("The person has not accepted the invitation to write yet"));
        }
        return ASKING.matcher(remark).matches()
                ? new Standing.Closed(
                        new Refusal.InvalidTarget("The person's request has to be accepted first; nothing was sent"))
                : null;
    }

    /** What the page itself says, and no message. */
    private List<String> remarks() {
        return page.evaluate(ChatScripts.REMARKS) instanceof List<?> list
                ? list.stream().map(remark -> String.valueOf(remark).strip()).toList()
                : List.of();
    }

    private Locator composer() {
        return page.locator(composer)
                .filter(new Locator.FilterOptions().setVisible(true))
                .last();
    }

    /** What is typed, with all white space made one blank; empty where nothing can be typed any more. */
    public String typed() {
        return plain(String.valueOf(page.evaluate(ChatScripts.TYPED, composer)));
    }

    /** Replaces whatever is typed by one line. Fact: only real input counts, no value that a script sets. */
    public void type(String line) {
        composer().fill(line);
    }

    /** Goes on in a new line; Enter alone would send. */
    public void typeMore(String line) {
        composer().press("Shift+Enter");
        composer().focus();
        page.keyboard().insertText(line);
    }

    /** Sends what is typed: by the button, or by Enter where there is none. */
    public void send() {
        Locator button = Press.visible(composer()
                .locator("xpath=ancestor::*[position() <= 4]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Press.exactly(SEND))));
        if (Press.isThere(button)) {
            Press.on(button);
        } else {
            composer().press("Enter", new Locator.PressOptions().setNoWaitAfter(true));
        }
    }

    /** Lets go of the field: as long as it has the focus, Chromium draws the page anew at every blink. */
    public void rest() {
        page.evaluate("() => document.activeElement?.blur()");
    }

    /** Whether the page asks how the first message to somebody shall go. */
    public boolean asksHow() {
        return Press.isThere(Press.button(page.getByRole(AriaRole.DIALOG), FIRST_WRITE));
    }

    /** What has become of a text among the account's own messages. */
    public Traces traces(String text) {
        Map<?, ?> read = page.evaluate(ChatScripts.TRACES, List.of(plain(text), composer)) instanceof Map<?, ?> map
                ? map
                : Map.of();
        return new Traces(
                read.get("count") instanceof Number count ? count.intValue() : 0,
                plain(String.valueOf(read.get("typed"))).isEmpty(),
                Boolean.TRUE.equals(read.get("newest")),
                Boolean.TRUE.equals(read.get("pending")),
                Boolean.TRUE.equals(read.get("failed")),
                read.get("id") instanceof String id && !id.isBlank() ? id : null);
    }

    /**
     * Own messages with one text.
     *
     * @param count how many are shown
     * @param cleared whether nothing is typed any more
     * @param newest whether the newest own message is one; the rest is about that one
     * @param pending whether it is still on its way
     * @param failed whether the page says that it was not sent
     * @param id where the page tells it
     */
    public record Traces(
            int count,
            boolean cleared,
            boolean newest,
            boolean pending,
            boolean failed,
            @Nullable String id) {

        /** Whether there is one more than before, and it has been sent. */
        public boolean showSent(Traces before) {
            return newest && count > before.count && cleared && !pending && !failed;
        }
    }

    public static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Null where the address does not tell. */
    public static @Nullable String thread(Address address) {
        String thread = address.after("direct", "t");
        return thread != null && thread.matches("[0-9]{1,64}") ? thread : null;
    }
}
