package dev.parley.sandbox.website;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.website.variant.Variant;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class SigningInOnTheWebsiteTest {
    private static final Pattern CODE = Pattern.compile("^(security )?code$", Pattern.CASE_INSENSITIVE);

    @RegisterExtension
    private static final TestingBrowser BROWSER = new TestingBrowser();

    @ParameterizedTest
    @EnumSource(names = {"LOGIN_CLASSIC", "LOGIN_META", "LOGIN_NAMELESS"})
    void each_form_signs_in_and_tells_a_wrong_password(Variant form, SandboxServer sandbox) {
        sandbox.website().variant(form);
        Page page = BROWSER.visit(sandbox.baseUrl());
        var site = new Site(page);

        site.typePassword("alma.plain", "not the password");
        assertThat(page.getByText("incorrect")).isVisible();
        TestingBrowser.picture(page, "login-" + form.label());
        site.logIn("alma.plain");

        assertThat(page.locator("svg[aria-label=Home]")).isVisible();
        assertThat(page.locator("input[type=password]")).hasCount(0);
        TestingBrowser.picture(page, "feed");
        assertThat(site.cookieNames())
                .contains("sessionid", "ds_user_id", "csrftoken", "mid", "ig_did", "datr", "rur", "wd", "ps_l");
        assertThat(sandbox.logins("alma.plain"))
                .extracting(LoginTruth::outcome)
                .containsExactly("bad_password", "signed_in");
    }

    @ParameterizedTest
    @EnumSource(names = {"TWO_FACTOR_CLASSIC", "TWO_FACTOR_NEW", "TWO_FACTOR_NEW_WITH_TRUST"})
    void each_page_takes_an_authenticators_code(Variant pageOfCode, SandboxServer sandbox) {
        sandbox.website().variant("tomas.totp", pageOfCode);
        Page page = BROWSER.visit(sandbox.baseUrl());
        var site = new Site(page);
        site.typePassword("tomas.totp", "sandbox-pass");
        var code = page.getByLabel(CODE);

        code.fill("000000");
        code.press("Enter");
        assertThat(page.getByText("Please check the security code and try again."))
                .isVisible();
        TestingBrowser.picture(page, "two-factor-" + pageOfCode.label());
        code.fill(sandbox.totpCode("tomas.totp"));
        code.press("Enter");
        if (pageOfCode == Variant.TWO_FACTOR_NEW_WITH_TRUST) {
            site.button("Not now").click();
        }

        assertThat(page.locator("svg[aria-label=Home]")).isVisible();
    }

    @Test
    void a_page_shows_nothing_before_it_can_act(SandboxServer sandbox) {
        sandbox.website().variant("tomas.totp", Variant.TWO_FACTOR_CLASSIC);
        Page page = BROWSER.visit(sandbox.baseUrl());
        var heldBack = new ArrayList<Route>();
        page.route("**/code.js", heldBack::add);
        new Site(page).typePassword("tomas.totp", "sandbox-pass");
        var code = page.getByLabel(CODE);

        page.waitForCondition(() -> !heldBack.isEmpty());
        assertThat(code).isAttached();
        assertThat(code).isHidden();
        heldBack.forEach(Route::resume);

        code.fill("000000");
        code.press("Enter");
        assertThat(page.getByText("Please check the security code and try again."))
                .isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECKPOINT_CODE", "CHECKPOINT_PICKER", "CHECKPOINT_OLD"})
    void a_checkpoint_is_passed_with_the_code_from_the_outbox(Variant checkpoint, SandboxServer sandbox) {
        sandbox.website().variant(checkpoint);
        Page page = BROWSER.visit(sandbox.baseUrl());
        var site = new Site(page);
        site.typePassword("chloe.challenge", "sandbox-pass");
        if (checkpoint == Variant.CHECKPOINT_PICKER) {
            TestingBrowser.picture(page, "picker");
            site.button("Continue").click();
        }
        if (checkpoint == Variant.CHECKPOINT_OLD) {
            TestingBrowser.picture(page, "challenge");
            site.button("Send Security Code").click();
        }
        var code = page.getByLabel(CODE);
        assertThat(code).isVisible();
        TestingBrowser.picture(page, "checkpoint-" + checkpoint.label());
        code.fill(sandbox.outbox("chloe.challenge").getLast().code());
        code.press("Enter");

        assertThat(page.locator("svg[aria-label=Home]")).isVisible();
    }
}
