package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a code is typed: the older and the newer page of the second factor, and those of a checkpoint. */
public final class CodePage {

    private static final Pattern LABEL = Pattern.compile("^\\s*(security )?code\\s*$", Pattern.CASE_INSENSITIVE);
    private static final String FIELDS =
            "input[name=verificationCode], input[name=security_code], #security_code, input[autocomplete=one-time-code]";
    private static final String SEND = "confirm|continue|submit|next";
    private static final Pattern RESEND = Pattern.compile(
            "^\\s*(resend it|resend|get a new code|get a new one|send a new code)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BACKUP = Pattern.compile("backup codes?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENT_TO = Pattern.compile(
            "code (?:we|that we) sent to (?:your number ending in )?(\\S.*?)\\.?(?:\\s|$)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OVER = Pattern.compile("has expired\\. please log in again", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRONG = Pattern.compile(
            "check the (security )?code|code (we sent you )?(is|was|isn't|you entered is) (incorrect|wrong|invalid|right)|"
                    + "code doesn't match|code has expired\\. please request",
            Pattern.CASE_INSENSITIVE);

    private final Page page;

    public CodePage(Page page) {
        this.page = page;
    }

    /** Whether a page at this address asks for a code. */
    public static boolean mayBeAt(Address address) {
        return isSecondFactor(address) || address.under("auth_platform", "codeentry") || address.under("challenge");
    }

    /** Fact: both pages lie under the path of the sign-in page. */
    public static boolean isSecondFactor(Address address) {
        return address.under("accounts", "login", "two_factor")
                || address.under("accounts", "login", "two_step_verification");
    }

    /** What the page asks for; null if it asks for no code. */
    public @Nullable Question question() {
        if (!Press.isThere(field())) {
            return null;
        }
        String words = page.locator("body").innerText();
        var kind =
                isSecondFactor(Address.of(page.url())) ? PendingSignIn.Kind.TWO_FACTOR : PendingSignIn.Kind.CHALLENGE;
        return new Question(
                kind, method(words, kind), sentTo(words), Press.isThere(Press.visible(page.getByText(BACKUP))));
    }

    /**
     * What is asked for.
     *
     * @param offersBackup whether a backup code can be typed instead
     */
    public record Question(
            PendingSignIn.Kind kind,
            VerificationMethod method,
            @Nullable String sentTo,
            boolean offersBackup) {

        /** The same by another method. */
        public Question by(VerificationMethod other) {
            return new Question(kind, other, sentTo, offersBackup);
        }
    }

    private static VerificationMethod method(String words, PendingSignIn.Kind kind) {
        String text = words.toLowerCase(Locale.ROOT);
        if (text.contains("backup code") && text.contains("enter an 8-digit")) {
            return VerificationMethod.BACKUP_CODE;
        }
        if (text.contains("text message") || text.contains("number ending in") || text.contains("whatsapp")) {
            return VerificationMethod.SMS;
        }
        if (text.contains("email") || text.contains("e-mail") || kind == PendingSignIn.Kind.CHALLENGE) {
            return looksLikePhone(sentTo(words)) ? VerificationMethod.SMS : VerificationMethod.EMAIL;
        }
        return VerificationMethod.TOTP;
    }

    private static boolean looksLikePhone(@Nullable String contact) {
        return contact != null && !contact.contains("@") && contact.startsWith("+");
    }

    private static @Nullable String sentTo(String words) {
        Matcher sent = SENT_TO.matcher(words);
        return sent.find() ? sent.group(1) : null;
    }

    private Locator field() {
        Locator labelled = Press.visible(page.getByLabel(LABEL));
        return Press.isThere(labelled) ? labelled : Press.visible(page.locator(FIELDS));
    }

    public void fill(String code) {
        field().fill(code);
    }

    public void submit() {
        if (!Press.ifEnabled(Press.button(page, SEND))) {
            field().press("Enter", new Locator.PressOptions().setNoWaitAfter(true));
        }
    }

    /** Has the page ask for a backup code; false if it does not offer that. */
    public boolean switchToBackupCode() {
        return Press.ifEnabled(
                Press.visible(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(BACKUP))));
    }

    /** Asks for another code; false if the page does not offer that now. */
    public boolean resend() {
        return Press.ifEnabled(
                Press.visible(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(RESEND))));
    }

    /** What the page says if it refuses the code. */
    public @Nullable String refusal() {
        return said(WRONG);
    }

    /** What the page says if it is too late for any code. */
    public @Nullable String over() {
        return said(OVER);
    }

    private @Nullable String said(Pattern words) {
        Locator place = Press.visible(page.getByText(words));
        return Press.isThere(place) ? place.innerText().strip() : null;
    }
}
