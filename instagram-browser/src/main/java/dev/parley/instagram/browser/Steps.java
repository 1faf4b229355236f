package dev.parley.instagram.browser;

import com.microsoft.playwright.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.BlockDialogs;
import dev.parley.instagram.browser.page.CodePage;
import dev.parley.instagram.browser.page.Gates;
import dev.parley.instagram.browser.page.LoginPage;
import dev.parley.instagram.browser.page.Scene;
import dev.parley.instagram.browser.page.WayPage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in stands after something was sent, as the page shows it.
 *
 * @param about what the paths of the requests contain that tell
 */
final class Steps implements Errand.Sight<Steps.Step> {

    /** After this, a page that should be left and has nothing on it to go on with is taken for what its address says. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    private static final Duration A_MOMENT = Duration.ofMillis(1500);

    private final String base;
    private final String about;
    private final boolean codeWasSent;
    private @Nullable Long since;
    private @Nullable Long refusedSince;

    /** @param codeWasSent whether a code was typed just now, on a page that may stay a while */
    Steps(String base, String about, boolean codeWasSent) {
        this.base = base;
        this.about = about;
        this.codeWasSent = codeWasSent;
    }

    /** What comes next. */
    sealed interface Step {

        record SignedIn() implements Step {}

        record Code(CodePage.Question question) implements Step {}

        record Way(Map<VerificationMethod, String> ways) implements Step {}

        record PasswordRefused(String words) implements Step {}

        record CodeRefused(String words) implements Step {}

        record Over(String words) implements Step {}
    }

    @Override
    public @Nullable Step at(Page page, Scene scene, Wire wire) {
        Address at = scene.address();
        if (isSignedIn(page, scene)) {
            return new Step.SignedIn();
        }
        Step step = codeWasSent ? afterCode(page, at, wire) : afterPassword(page, at);
        return step == null && !Verdict.isUnderway(wire, about) ? otherwise(page, scene, wire) : step;
    }

    private boolean isSignedIn(Page page, Scene scene) {
        Address at = scene.address();
        return Gates.of(at) == null
                && !scene.asksForPassword()
                && page.context().cookies(base).stream()
                        .anyMatch(cookie -> cookie.name.equals("sessionid") && !cookie.value.isEmpty());
    }

    private static @Nullable Step afterPassword(Page page, Address at) {
        Step asks = asksFor(page, at);
        if (asks != null) {
            return asks;
        }
        String refusal = isLogin(at) ? new LoginPage(page).refusal() : null;
        return refusal == null ? null : new Step.PasswordRefused(refusal);
    }

    static @Nullable Step asksFor(Page page, Address at) {
        CodePage.Question question = CodePage.mayBeAt(at) ? new CodePage(page).question() : null;
        if (question != null) {
            return new Step.Code(question);
        }
        Map<VerificationMethod, String> ways = WayPage.mayBeAt(at) ? new WayPage(page).ways() : Map.of();
        return ways.isEmpty() ? null : new Step.Way(ways);
    }

    private @Nullable Step afterCode(Page page, Address at, Wire wire) {
        if (CodePage.mayBeAt(at)) {
            return Verdict.hasCome(wire, about) || itHasBeenLong() ? answerToCode(page) : null;
        }
        return isLogin(at) ? new Step.Over("Instagram asks for the password again") : null;
    }

    private static @Nullable Step answerToCode(Page page) {
        var code = new CodePage(page);
        String over = code.over();
        String refusal = over == null ? code.refusal() : null;
        if (over != null) {
            return new Step.Over(over);
        }
        return refusal == null ? null : new Step.CodeRefused(refusal);
    }

    /** Ends at what is in the way, or at what the site has answered if the page does not go on by itself. */
    private @Nullable Step otherwise(Page page, Scene scene, Wire wire) {
        Refusal refusal = Stream.of(
                        BlockDialogs.of(scene),
                        gate(scene),
                        lasting(Verdict.answered(wire, about)),
                        trouble(page, scene))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (refusal != null) {
            throw new Stopped(refusal);
        }
        return null;
    }

    /** Pages that can be gone on with are in the way only if there turns out to be nothing on them. */
    private @Nullable Refusal gate(Scene scene) {
        Address at = scene.address();
        boolean mayGoOn = isLogin(at) || CodePage.mayBeAt(at) || WayPage.mayBeAt(at);
        if (!mayGoOn || (!isLogin(at) && itHasBeenLong())) {
            return Gates.of(scene);
        }
        return Gates.ofWords(scene);
    }

    /** Fact: a page shows a moment later what its script was answered, or goes elsewhere then. */
    private @Nullable Refusal lasting(@Nullable Refusal answered) {
        if (answered != null && refusedSince == null) {
            refusedSince = System.nanoTime();
        }
        return refusedSince != null && System.nanoTime() - refusedSince > A_MOMENT.toNanos() ? answered : null;
    }

    private @Nullable Refusal trouble(Page page, Scene scene) {
        String words = isLogin(scene.address()) && itHasBeenLong() ? new LoginPage(page).trouble() : null;
        return words == null ? null : new Refusal.Unknown(0, "Instagram says: " + words);
    }

    private static boolean isLogin(Address at) {
        return at.is("accounts", "login") || at.isHome();
    }

    private boolean itHasBeenLong() {
        long now = System.nanoTime();
        if (since == null) {
            since = now;
        }
        return now - since > LONG_ENOUGH.toNanos();
    }
}
