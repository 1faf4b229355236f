package dev.parley.sandbox.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant shows what it is known by. What scripts do with it is for the tests with a browser. */
@ExtendWith(SandboxExtension.class)
class VariantsTest {

    /** Who looks. */
    enum Who {
        STRANGER,
        SOMEBODY_KNOWN,
        SOMEBODY_WITH_A_CODE,
        SOMEBODY_CHALLENGED,
        MEMBER
    }

    record Showing(Variant variant, Who who, String page, List<String> has, List<String> lacks) {

        static Showing of(Variant variant, Who who, String page, String... has) {
            return new Showing(variant, who, page, List.of(has), List.of());
        }

        Showing without(String... parts) {
            return new Showing(variant, who, page, has, List.of(parts));
        }

        @Override
        public String toString() {
            return variant.name();
        }
    }

    static Stream<Showing> showings() {
        return Stream.of(signIn(), verification(), interstitials(), profiles(), messages(), posts(), refusals())
                .flatMap(stream -> stream);
    }

    private static Stream<Showing> signIn() {
        String login = "/accounts/login/";
        return Stream.of(
                Showing.of(
                        Variant.LOGIN_CLASSIC,
                        Who.STRANGER,
                        login,
                        "id=\"loginForm\"",
                        "name=\"username\"",
                        "name=\"password\"",
                        "type=\"submit\"",
                        "Phone number, username, or email"),
                Showing.of(
                                Variant.LOGIN_META,
                                Who.STRANGER,
                                login,
                                "name=\"email\"",
                                "name=\"pass\"",
                                "aria-label=\"Log In\"",
                                "Log into Instagram",
                                "Create new account")
                        .without("type=\"submit\"", "loginForm"),
                Showing.of(
                                Variant.LOGIN_NAMELESS,
                                Who.STRANGER,
                                login,
                                "type=\"password\"",
                                "Mobile number, username or email")
                        .without("name=\"username\"", "name=\"email\"", "name=\"pass"),
                Showing.of(Variant.LANDING_NONE, Who.STRANGER, login, "type=\"password\"")
                        .without("<template data-step"),
                Showing.of(
                        Variant.LANDING_SHOWN,
                        Who.STRANGER,
                        login,
                        "data-show=\"form\">Log in<",
                        "<template data-step=\"form\">"),
                Showing.of(Variant.SAVED_ACCOUNT_NONE, Who.SOMEBODY_KNOWN, login, "type=\"password\"")
                        .without("Continue"),
                Showing.of(
                        Variant.SAVED_ACCOUNT_CONTINUE_AS,
                        Who.SOMEBODY_KNOWN,
                        login,
                        "Continue as alma.plain",
                        "Log in to another profile",
                        "Create new account"),
                Showing.of(
                        Variant.SAVED_ACCOUNT_TILE,
                        Who.SOMEBODY_KNOWN,
                        login,
                        "<span>alma.plain</span>",
                        "<span>Continue</span>",
                        "Use another profile"),
                Showing.of(Variant.SAVE_INFO_NONE, Who.MEMBER, "/").without("login info"),
                Showing.of(
                        Variant.SAVE_INFO_PAGE,
                        Who.MEMBER,
                        "/accounts/onetap/?next=%2F",
                        "Save your login info?",
                        ">Save info<",
                        ">Not now<"),
                Showing.of(Variant.SAVE_INFO_DIALOG, Who.MEMBER, "/", "Save your login info?", "role=\"dialog\""),
                Showing.of(
                        Variant.SAVE_INFO_OLD,
                        Who.MEMBER,
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
                        Who.SOMEBODY_WITH_A_CODE,
                        code,
                        "name=\"verificationCode\"",
                        "aria-label=\"Security Code\"",
                        "aria-describedby=\"verificationCodeDescription\"",
                        ">Confirm<"),
                Showing.of(
                                Variant.TWO_FACTOR_NEW,
                                Who.SOMEBODY_WITH_A_CODE,
                                newer,
                                "Go to your authentication app",
                                "aria-label=\"Code\"",
                                "aria-disabled=\"true\"",
                                ">Continue<")
                        .without("asks-to-trust"),
                Showing.of(
                        Variant.TWO_FACTOR_NEW_WITH_TRUST,
                        Who.SOMEBODY_WITH_A_CODE,
                        newer,
                        "data-asks-to-trust",
                        "Trust this device"),
                Showing.of(
                        Variant.CHECKPOINT_CODE,
                        Who.SOMEBODY_CHALLENGED,
                        "",
                        "Enter the code we sent to c******@example.com",
                        "aria-label=\"Code\"",
                        ">Continue<",
                        "Try another way"),
                Showing.of(
                        Variant.CHECKPOINT_PICKER,
                        Who.SOMEBODY_CHALLENGED,
                        "",
                        "Choose a way to confirm",
                        "c******@example.com",
                        "WhatsApp"),
                Showing.of(
                        Variant.CHECKPOINT_OLD, Who.SOMEBODY_CHALLENGED, "", "Email:", "Phone:", "Send Security Code"),
                Showing.of(Variant.CHECKPOINT_WAS_ME, Who.SOMEBODY_CHALLENGED, "", "This Was Me", "name=\"choice\""),
                Showing.of(
                                Variant.CHECKPOINT_CONFIRM,
                                Who.SOMEBODY_CHALLENGED,
                                "",
                                "Help us confirm it",
                                "you own this account")
                        .without("<input"),
                Showing.of(
                        Variant.CHECKPOINT_CAPTCHA,
                        Who.SOMEBODY_CHALLENGED,
                        "",
                        "re human to use your account",
                        "<iframe"),
                Showing.of(Variant.CODE_CHANNEL_EMAIL, Who.SOMEBODY_CHALLENGED, "", "Check your email"),
                Showing.of(Variant.CODE_CHANNEL_SMS, Who.SOMEBODY_CHALLENGED, "", "Check your text messages"),
                Showing.of(Variant.CODE_CHANNEL_WHATSAPP, Who.SOMEBODY_CHALLENGED, "", "Check your WhatsApp messages"));
    }

    private static Stream<Showing> interstitials() {
        String cookies = "Allow the use of cookies from Instagram on this browser?";
        String question = "Turn on Notifications";
        return Stream.of(
                Showing.of(Variant.COOKIES_NONE, Who.STRANGER, "/").without("cookies"),
                Showing.of(
                        Variant.COOKIES_BUTTON,
                        Who.STRANGER,
                        "/",
                        cookies,
                        "Allow all cookies</button>",
                        "Decline optional cookies</button>"),
                Showing.of(Variant.COOKIES_DIV, Who.STRANGER, "/", cookies, "<span>Allow all cookies</span></div>"),
                Showing.of(
                        Variant.COOKIES_ESSENTIAL,
                        Who.STRANGER,
                        "/",
                        "Only allow essential cookies",
                        "Allow essential and optional cookies"),
                Showing.of(
                        Variant.COOKIES_ACCEPT,
                        Who.STRANGER,
                        "/",
                        "Accept cookies from Instagram on this browser?",
                        ">Accept<"),
                Showing.of(Variant.NOTIFICATIONS_NONE, Who.MEMBER, "/").without(question),
                Showing.of(
                        Variant.NOTIFICATIONS_AT_LOAD, Who.MEMBER, "/", question, "at_load", ">Turn On<", ">Not Now<"),
                Showing.of(Variant.NOTIFICATIONS_LATE, Who.MEMBER, "/", question, "data-when=\"late\""),
                Showing.of(Variant.NOTIFICATIONS_OVER_COMPOSER, Who.MEMBER, "/", question, "over_composer"),
                Showing.of(Variant.NOTIFICATIONS_NO_ROLE, Who.MEMBER, "/", question, "<div class=\"dialog\">"),
                Showing.of(Variant.STANDING_GOOD, Who.MEMBER, "/", "aria-label=\"Home\""),
                Showing.of(Variant.STANDING_SUSPENDED, Who.MEMBER, "/", "We suspended your account", "Appeal"),
                Showing.of(Variant.STANDING_DISABLED, Who.MEMBER, "/", "We disabled your account"),
                Showing.of(
                        Variant.STANDING_SCRAPING_WARNING,
                        Who.MEMBER,
                        "/",
                        "We suspect automated behavior on your account",
                        "aria-label=\"Dismiss\""),
                Showing.of(
                        Variant.STANDING_DATA_CHANGES,
                        Who.MEMBER,
                        "/",
                        "Changes to How We Manage Data",
                        "Review and Agree"),
                Showing.of(Variant.STANDING_TERMS, Who.MEMBER, "/", "Updates to our Terms", ">Next<", "Agree to Terms"),
                Showing.of(
                        Variant.STANDING_ADS_CHOICE,
                        Who.MEMBER,
                        "/",
                        "Choose if we process your data for ads",
                        "Get started",
                        "Use free of charge with ads",
                        ">Agree<"));
    }

    private static Stream<Showing> profiles() {
        String profile = "/{open}/";
        return Stream.of(
                Showing.of(Variant.FOLLOW_TEXT, Who.MEMBER, profile, "data-look=\"text\"", "<div>Follow</div>"),
                Showing.of(Variant.FOLLOW_ICON, Who.MEMBER, profile, "data-look=\"icon\"", "data-face=\"icon\""),
                Showing.of(
                        Variant.FOLLOW_CHEVRON,
                        Who.MEMBER,
                        profile,
                        "data-look=\"chevron\"",
                        "aria-label=\"Down chevron icon\""),
                Showing.of(Variant.SUGGESTIONS_NONE, Who.MEMBER, profile).without("Suggested for you"),
                Showing.of(Variant.SUGGESTIONS_SHOWN, Who.MEMBER, profile, "Suggested for you", "data-suggested"),
                Showing.of(Variant.UNFOLLOW_MENU, Who.MEMBER, profile, "data-unfollow=\"menu\"", "Add to favorites"),
                Showing.of(Variant.UNFOLLOW_TWO_STEPS, Who.MEMBER, profile, "data-unfollow=\"two_steps\""),
                Showing.of(Variant.UNFOLLOW_CONFIRM, Who.MEMBER, profile, "data-unfollow=\"confirm\"", ">Cancel<"),
                Showing.of(Variant.MESSAGE_BUTTON, Who.MEMBER, profile, ">Message</div>")
                        .without("Send message"),
                Showing.of(Variant.MESSAGE_IN_OPTIONS, Who.MEMBER, profile, "aria-label=\"Options\"", ">Send message<")
                        .without(">Message</div>"),
                Showing.of(Variant.MESSAGE_ABSENT, Who.MEMBER, profile, "aria-label=\"Options\"")
                        .without("Send message", ">Message</div>"),
                Showing.of(Variant.CHAT_THREAD, Who.MEMBER, profile, "data-chat=\"thread\""),
                Showing.of(Variant.CHAT_PANEL, Who.MEMBER, profile, "data-chat=\"panel\""),
                Showing.of(
                        Variant.MISSING_NOT_FOUND,
                        Who.MEMBER,
                        "/nobody.at.all/",
                        "this page isn",
                        "The link you followed may be broken"),
                Showing.of(Variant.MISSING_OK, Who.MEMBER, "/nobody.at.all/", "this page isn"),
                Showing.of(Variant.MISSING_NEWER, Who.MEMBER, "/nobody.at.all/", "Profile isn"));
    }

    private static Stream<Showing> messages() {
        String chat = "/direct/t/{thread}/";
        return Stream.of(
                Showing.of(
                        Variant.COMPOSE_CHAT,
                        Who.MEMBER,
                        "/direct/new/",
                        "name=\"queryBox\"",
                        "ContactSearchResultCheckbox",
                        ">Chat</div>",
                        "data-composing"),
                Showing.of(
                        Variant.COMPOSE_NEXT,
                        Who.MEMBER,
                        "/direct/inbox/",
                        ">Next</div>",
                        "aria-label=\"New message\""),
                Showing.of(
                        Variant.NAMES_DISTINCT,
                        Who.MEMBER,
                        "/api/v1/web/search/topsearch/?query={open}",
                        "{\"users\":[{\"user\":{\"pk\":\"{id}\""),
                Showing.of(
                                Variant.NAMES_COLLIDING,
                                Who.MEMBER,
                                "/api/v1/web/search/topsearch/?query={open}",
                                "\"pk\":\"{id}\"")
                        .without("{\"users\":[{\"user\":{\"pk\":\"{id}\""),
                Showing.of(
                        Variant.COMPOSER_CONTENTEDITABLE,
                        Who.MEMBER,
                        chat,
                        "role=\"textbox\"",
                        "contenteditable=\"true\"",
                        "aria-label=\"Message\"",
                        "data-lexical-editor=\"true\""),
                Showing.of(Variant.COMPOSER_TEXTAREA, Who.MEMBER, chat, "<textarea placeholder=\"Message...\""),
                Showing.of(
                        Variant.THREAD_GRID,
                        Who.MEMBER,
                        chat,
                        "role=\"grid\"",
                        "role=\"row\"",
                        "You sent",
                        "href=\"/direct/t/"),
                Showing.of(Variant.THREAD_CONVERSATION, Who.MEMBER, chat, "aria-label=\"Conversation with "),
                Showing.of(
                        Variant.THREAD_PAGELET,
                        Who.MEMBER,
                        chat,
                        "data-pagelet=\"IGDMessagesList\"",
                        "role=\"group\"",
                        "IGDInboxHeaderOffMsys",
                        "IGDComposerForCannes"),
                Showing.of(Variant.INVITE_NONE, Who.MEMBER, chat, "data-composer"),
                Showing.of(
                                Variant.INVITE_SENT,
                                Who.MEMBER,
                                chat,
                                "Invite sent",
                                "You can send more messages after your invite is accepted.")
                        .without("data-composer"),
                Showing.of(Variant.QUOTED_WORDS_NONE, Who.MEMBER, chat).without("Look what it told me"),
                Showing.of(Variant.QUOTED_WORDS_IN_BUBBLE, Who.MEMBER, chat, "Look what it told me: Try Again Later"));
    }

    private static Stream<Showing> posts() {
        return Stream.of(
                Showing.of(
                        Variant.LIKE_BUTTON,
                        Who.MEMBER,
                        "/p/{post}/",
                        "<button type=\"button\" class=\"bare\" data-like-post",
                        "aria-label=\"Like\"",
                        "Add a comment…"),
                Showing.of(Variant.LIKE_DIV, Who.MEMBER, "/p/{post}/", "class=\"button bare\" data-like-post"),
                Showing.of(Variant.COMMENT_LIKES_SHOWN, Who.MEMBER, "/p/{post}/", "data-like-remark"),
                Showing.of(Variant.COMMENT_LIKES_NONE, Who.MEMBER, "/p/{post}/").without("data-like-remark"),
                Showing.of(Variant.POST_MODAL, Who.MEMBER, "/explore/tags/travel/", "data-opens-modal", "href=\"/p/"),
                Showing.of(Variant.POST_PAGE, Who.MEMBER, "/explore/tags/travel/", "href=\"/p/")
                        .without("data-opens-modal"),
                Showing.of(Variant.REEL_STAYS, Who.MEMBER, "/reel/{post}/", "data-pk=\"{pk}\""),
                Showing.of(Variant.REEL_BOUNCES, Who.MEMBER, "/reel/{post}/", "data-pk")
                        .without("data-pk=\"{pk}\""),
                Showing.of(
                        Variant.HASHTAG_DIRECT, Who.MEMBER, "/explore/tags/travel/", "<h2>#travel</h2>", "href=\"/p/"),
                Showing.of(
                        Variant.HASHTAG_REDIRECT,
                        Who.MEMBER,
                        "/explore/tags/travel/",
                        "<h2>#travel</h2>",
                        "href=\"/p/"),
                Showing.of(Variant.HASHTAG_EMPTY, Who.MEMBER, "/explore/tags/travel/", "<h2>#travel</h2>")
                        .without("href=\"/p/"),
                Showing.of(
                                Variant.STORY_GATE_NONE,
                                Who.MEMBER,
                                "/stories/{teller}/",
                                "Reply to {teller}...",
                                "aria-label=\"Pause\"",
                                "Stories")
                        .without("View as"),
                Showing.of(Variant.STORY_GATE_SHOWN, Who.MEMBER, "/stories/{teller}/", "View as fan.1?", "View story"));
    }

    private static Stream<Showing> refusals() {
        return Stream.of(
                Showing.of(Variant.BLOCK_RESTRICT, Who.MEMBER, "/", "Try Again Later", "We restrict certain activity"),
                Showing.of(Variant.BLOCK_LIMIT, Who.MEMBER, "/", "Try Again Later", "We limit how often"),
                Showing.of(Variant.BLOCK_ACTION_BLOCKED, Who.MEMBER, "/", "Action Blocked"),
                Showing.of(Variant.REVOKED_COOKIE_STAYS, Who.SOMEBODY_KNOWN, "/accounts/login/", "type=\"password\""),
                Showing.of(
                        Variant.REVOKED_COOKIE_DELETED, Who.SOMEBODY_KNOWN, "/accounts/login/", "type=\"password\""));
    }

    @ParameterizedTest
    @MethodSource("showings")
    void each_variant_shows_what_it_is_known_by(Showing showing, SandboxServer sandbox) {
        var places = new Places(sandbox);
        sandbox.website().variant(showing.variant());
        Looking looking = look(showing.who(), sandbox, places);
        String page = looking.page().isEmpty() ? showing.page() : looking.page();

        String html = follow(looking.visitor(), places.fill(page));

        showing.has().forEach(part -> assertThat(html).contains(places.fill(part)));
        showing.lacks().forEach(part -> assertThat(html).doesNotContain(places.fill(part)));
    }

    @Test
    void every_variant_is_among_them() {
        assertThat(showings().map(Showing::variant).toList()).containsExactlyInAnyOrder(Variant.values());
    }

    @Test
    void the_same_seed_chooses_the_same(SandboxServer sandbox) {
        Map<Dimension, Variant> chosen =
                sandbox.website().byChance(7).look("alma.plain").chosen();

        assertThat(sandbox.website().plain().byChance(7).look("alma.plain").chosen())
                .isEqualTo(chosen);
        assertThat(sandbox.website().byChance(8).look("alma.plain").chosen()).isNotEqualTo(chosen);
        assertThat(chosen.get(Dimension.STANDING)).isEqualTo(Variant.STANDING_GOOD);
    }

    @Test
    void the_first_of_each_dimension_is_the_default(SandboxServer sandbox) {
        assertThat(sandbox.website().look("alma.plain").chosen().values())
                .containsExactlyElementsOf(Arrays.stream(Dimension.values())
                        .map(dimension -> dimension.variants().getFirst())
                        .toList());
    }

    private record Looking(TestingVisitor visitor, String page) {}

    private static Looking look(Who who, SandboxServer sandbox, Places places) {
        var visitor = new TestingVisitor(sandbox.baseUrl());
        return switch (who) {
            case STRANGER -> new Looking(visitor, "");
            case SOMEBODY_KNOWN -> {
                visitor.setCookie("ds_user_id", "9000000001");
                visitor.setCookie("sessionid", "9000000001%3Aold%3A1%3Agone");
                yield new Looking(visitor, "");
            }
            case SOMEBODY_WITH_A_CODE -> {
                visitor.logIn("tomas.totp", "sandbox-pass");
                yield new Looking(visitor, "");
            }
            case SOMEBODY_CHALLENGED ->
                new Looking(
                        visitor,
                        visitor.logIn("chloe.challenge", "sandbox-pass")
                                .get("checkpoint_url")
                                .asString());
            case MEMBER -> new Looking(TestingVisitor.signedIn(places.session, sandbox.baseUrl()), "");
        };
    }

    private static String follow(TestingVisitor visitor, String page) {
        var response = visitor.get(page);
        return response.headers()
                .firstValue("Location")
                .map(address -> follow(visitor, address))
                .orElse(response.body());
    }

    /** What stands for real names in the table. */
    private static final class Places {
        private final Map<String, String> names;
        private final Session session;

        Places(SandboxServer sandbox) {
            session = sandbox.makeAccounts("fan", 1).getFirst();
            var visitor = TestingVisitor.signedIn(session, sandbox.baseUrl());
            Person open = first(sandbox, Person::takesMessages);
            Person teller = first(
                    sandbox,
                    person -> visitor.get("/stories/" + person.username() + "/").statusCode() == 200);
            var post = visitor.json("/api/v1/fbsearch/web/top_serp/?query=%23travel")
                    .at("/media_grid/sections/0/layout_content/medias/0/media");
            String thread = sandbox.write("fan.1", open.username(), "Hello there")
                    .thread()
                    .text();
            names = Map.of(
                    "{open}", open.username(),
                    "{id}", Long.toString(open.id()),
                    "{teller}", teller.username(),
                    "{post}", post.get("code").asString(),
                    "{pk}", post.get("pk").asString(),
                    "{thread}", thread);
        }

        String fill(String text) {
            String filled = text;
            for (var name : names.entrySet()) {
                filled = filled.replace(name.getKey(), name.getValue());
            }
            return filled;
        }

        private static Person first(SandboxServer sandbox, Predicate<Person> which) {
            return sandbox.people().stream()
                    .filter(person -> !person.deleted() && !person.isPrivate())
                    .filter(which)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
