package dev.parley.sandbox.website;

import dev.parley.sandbox.website.variant.Variant;
import java.util.stream.Stream;

/** Signing in, and proving who one is. */
final class LoginShowings {

    private LoginShowings() {}

    static Stream<Showing> all() {
        return Stream.of(signIn(), verification()).flatMap(stream -> stream);
    }

    private static Stream<Showing> signIn() {
        String login = "/accounts/login/";
        return Stream.of(
                Showing.of(
                        Variant.LOGIN_CLASSIC,
                        Showing.Who.STRANGER,
                        login,
                        "id=\"loginForm\"",
                        "name=\"username\"",
                        "name=\"password\"",
                        "type=\"submit\"",
                        "Phone number, username, or email"),
                Showing.of(
                                Variant.LOGIN_META,
                                Showing.Who.STRANGER,
                                login,
                                "name=\"email\"",
                                "name=\"pass\"",
                                "aria-label=\"Log In\"",
                                "Log into Instagram",
                                "Create new account")
                        .without("type=\"submit\"", "loginForm"),
                Showing.of(
                                Variant.LOGIN_NAMELESS,
                                Showing.Who.STRANGER,
                                login,
                                "type=\"password\"",
                                "Mobile number, username or email")
                        .without("name=\"username\"", "name=\"email\"", "name=\"pass"),
                Showing.of(Variant.LANDING_NONE, Showing.Who.STRANGER, login, "type=\"password\"")
                        .without("<template data-step"),
                Showing.of(
                        Variant.LANDING_SHOWN,
                        Showing.Who.STRANGER,
                        login,
                        "data-show=\"form\">Log in<",
                        "<template data-step=\"form\">"),
                Showing.of(Variant.SAVED_ACCOUNT_NONE, Showing.Who.SOMEBODY_KNOWN, login, "type=\"password\"")
                        .without("Continue"),
                Showing.of(
                        Variant.SAVED_ACCOUNT_CONTINUE_AS,
                        Showing.Who.SOMEBODY_KNOWN,
                        login,
                        "Continue as alma.plain",
                        "Log in to another profile",
                        "Create new account"),
                Showing.of(
                        Variant.SAVED_ACCOUNT_TILE,
                        Showing.Who.SOMEBODY_KNOWN,
                        login,
                        "<span>alma.plain</span>",
                        "<span>Continue</span>",
                        "Use another profile"),
                Showing.of(Variant.SAVE_INFO_NONE, Showing.Who.MEMBER, "/").without("login info"),
                Showing.of(
                        Variant.SAVE_INFO_PAGE,
                        Showing.Who.MEMBER,
                        "/accounts/onetap/?next=%2F",
                        "Save your login info?",
                        ">Save info<",
                        ">Not now<"),
                Showing.of(
                        Variant.SAVE_INFO_DIALOG, Showing.Who.MEMBER, "/", "Save your login info?", "role=\"dialog\""),
                Showing.of(
                        Variant.SAVE_INFO_OLD,
                        Showing.Who.MEMBER,
                        "/accounts/onetap/",
                        ">Save Info</button>",
                        ">Not Now</button>"));
    }

    private static Stream<Showing> verification() {
        String code = "/accounts/login/two_factor?next=%2F";
        String newer = "/accounts/login/two_step_verification?encrypted_context=x";
        return Stream.of(
                Showing.of(
                        Variant.TWO_FACTOR_CLASSIC,
                        Showing.Who.SOMEBODY_WITH_A_CODE,
                        code,
                        "name=\"verificationCode\"",
                        "aria-label=\"Security Code\"",
                        "aria-describedby=\"verificationCodeDescription\"",
                        ">Confirm<"),
                Showing.of(
                                Variant.TWO_FACTOR_NEW,
                                Showing.Who.SOMEBODY_WITH_A_CODE,
                                newer,
                                "Go to your authentication app",
                                "aria-label=\"Code\"",
                                "aria-disabled=\"true\"",
                                ">Continue<")
                        .without("asks-to-trust"),
                Showing.of(
                        Variant.TWO_FACTOR_NEW_WITH_TRUST,
                        Showing.Who.SOMEBODY_WITH_A_CODE,
                        newer,
                        "data-asks-to-trust",
                        "Trust this device"),
                Showing.of(
                        Variant.CHECKPOINT_CODE,
                        Showing.Who.SOMEBODY_CHALLENGED,
                        "",
                        "Enter the code we sent to c******@example.com",
                        "aria-label=\"Code\"",
                        ">Continue<",
                        "Try another way"),
                Showing.of(
                        Variant.CHECKPOINT_PICKER,
                        Showing.Who.SOMEBODY_CHALLENGED,
                        "",
                        "Choose a way to confirm",
                        "c******@example.com",
                        "WhatsApp"),
                Showing.of(
                        Variant.CHECKPOINT_OLD,
                        Showing.Who.SOMEBODY_CHALLENGED,
                        "",
                        "Email:",
                        "Phone:",
                        "Send Security Code"),
                Showing.of(
                        Variant.CHECKPOINT_WAS_ME,
                        Showing.Who.SOMEBODY_CHALLENGED,
                        "",
                        "This Was Me",
                        "name=\"choice\""),
                Showing.of(
                                Variant.CHECKPOINT_CONFIRM,
                                Showing.Who.SOMEBODY_CHALLENGED,
                                "",
                                "Help us confirm it",
                                "you own this account")
                        .without("<input"),
                Showing.of(
                        Variant.CHECKPOINT_CAPTCHA,
                        Showing.Who.SOMEBODY_CHALLENGED,
                        "",
                        "re human to use your account",
                        "<iframe"),
                Showing.of(Variant.CODE_CHANNEL_EMAIL, Showing.Who.SOMEBODY_CHALLENGED, "", "Check your email"),
                Showing.of(Variant.CODE_CHANNEL_SMS, Showing.Who.SOMEBODY_CHALLENGED, "", "Check your text messages"),
                Showing.of(
                        Variant.CODE_CHANNEL_WHATSAPP,
                        Showing.Who.SOMEBODY_CHALLENGED,
                        "",
                        "Check your WhatsApp messages"));
    }
}
