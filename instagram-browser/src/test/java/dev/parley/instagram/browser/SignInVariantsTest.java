package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, in all forms of the pages that are passed on the way. */
class SignInVariantsTest extends SiteVariants {

    SignInVariantsTest(SandboxServer sandbox) {
        super(sandbox);
    }

    static Stream<Variant> forms() {
        return of(Dimension.LOGIN, Dimension.LANDING, Dimension.SAVE_INFO, Dimension.COOKIES, Dimension.NOTIFICATIONS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("forms")
    void signs_in_whatever_the_form_looks_like(Variant variant) {
        sandbox.website().variant(variant);

        KIT.session(driver, sandbox, ALMA);
    }

    static Stream<Variant> secondFactors() {
        return of(Dimension.TWO_FACTOR);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("secondFactors")
    void takes_a_code_on_either_page(Variant variant) {
        sandbox.website().variant(variant);

        KIT.session(driver, sandbox, "tomas.totp");
    }

    static Stream<Variant> checkpoints() {
        return Stream.concat(Stream.of(Variant.CHECKPOINT_PICKER, Variant.CHECKPOINT_OLD), of(Dimension.CODE_CHANNEL));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("checkpoints")
    void passes_a_checkpoint_with_its_code(Variant variant) {
        sandbox.website().variant(variant);

        KIT.session(driver, sandbox, "chloe.challenge");
    }

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {"CHECKPOINT_WAS_ME", "CHECKPOINT_CONFIRM", "CHECKPOINT_CAPTCHA"})
    void leaves_to_the_owner_what_only_the_owner_can_answer(Variant variant) {
        sandbox.website().variant(variant);

        SignInOutcome outcome =
                driver.signIn(new SignIn("chloe.challenge", "sandbox-pass", driver.newIdentity(), null));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignInOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ChallengeRequired.class));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 19})
    void signs_in_whatever_comes_together(long seed) {
        sandbox.website().byChance(seed).variant(Variant.COOKIES_DIV).variant(Variant.CHECKPOINT_CODE);

        Stream.of(ALMA, "tomas.totp", "chloe.challenge").forEach(account -> KIT.session(driver, sandbox, account));
    }
}
