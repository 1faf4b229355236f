package dev.parley.instagram.browser.page;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.browser.chromium.StorageState;
import dev.parley.instagram.browser.chromium.Tab;
import dev.parley.instagram.browser.chromium.Tabs;
import dev.parley.instagram.browser.finder.Wanted;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.browser.testing.TestingSite;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a finder gets to know of a page, and which of its answers count. The element that it names has the attribute {@code tabindex=7}. */
class OutlineTest {

    private static final String PROFILE = "/sofia.blue/";
    private static final String CHAT = "/direct/t/123/";
    private static final Pattern NAMED = Pattern.compile("\"tf623_id\":\"([0-9]+)\"[^}]*\"tabindex\":\"7\"");

    @RegisterExtension
    private final TestingSite site = new TestingSite();

    /** One for all: a new one takes Chromium most of a second. */
    private static final Tabs TABS = new Tabs(TestingChromium.shared(), 1);

    @AfterAll
    static void close() {
        TABS.close();
    }

    private static String profile(String buttons) {
        return "<main><header><h2>sofia.blue</h2><div>" + buttons
                + "</div><a href='/other/'>Followed by other</a></header></main>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<button tabindex=7>Follow her</button>",
                "<div role=button tabindex=7 aria-label='Follow this person'>+</div>",
                "<button tabindex=7><svg aria-label='Follow now'></svg></button>",
                "<button tabindex=7>Follow her</button><button disabled>Follow</button><button hidden>Follow</button>",
            })
    void takes_the_one_button_that_fits(String buttons) {
        assertThat(answered(PROFILE, profile(buttons), Wanted.FOLLOW)).contains("button");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<button tabindex=7>Following</button>",
                "<button tabindex=7>Unfollow</button>",
                "<button tabindex=7>Don't follow</button>",
                "<button tabindex=7>Stop follow requests</button>",
                "<button tabindex=7>Block</button>",
                "<button tabindex=7>I agree</button>",
                "<button tabindex=7>Message</button>",
                "<button tabindex=7>Follow her and everybody else who has ever been seen with her</button>",
                "<button tabindex=7 disabled>Follow her</button>",
                "<div role=button tabindex=7 aria-disabled=true>Follow her</div>",
                "<a href='#' tabindex=7>Follow her</a>",
                "<h3 tabindex=7>Follow her</h3>",
                "<button tabindex=7>Follow her</button><button>Follow</button>",
                "<div role=dialog><button tabindex=7>Follow her</button></div>",
                "<div><a href='/other/'>other</a><button tabindex=7>Follow</button></div>",
            })
    void takes_nothing_else(String buttons) {
        assertThat(answered(PROFILE, profile(buttons), Wanted.FOLLOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div contenteditable=true tabindex=7 aria-label='Write something'></div>",
                "<textarea tabindex=7 placeholder='Your reply'></textarea><input placeholder='Search messages'>",
                "<div role=textbox contenteditable=true tabindex=7 aria-placeholder='Type here'></div>",
            })
    void takes_the_one_field_that_fits(String fields) {
        assertThat(answered(CHAT, fields, Wanted.COMPOSER)).contains("field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input tabindex=7 placeholder='Search messages'>",
                "<textarea tabindex=7 placeholder='Add a comment'></textarea>",
                "<textarea tabindex=7></textarea>",
                "<textarea tabindex=7 placeholder='Your reply' readonly></textarea>",
                "<textarea tabindex=7 placeholder='Your reply'></textarea><textarea placeholder='Another reply'></textarea>",
                "<button tabindex=7>Message</button>",
            })
    void takes_no_other_field(String fields) {
        assertThat(answered(CHAT, fields, Wanted.COMPOSER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/accounts/login/ | <button>Follow</button>",
                "/other/ | <button>Follow</button>",
                "/explore/ | <button>Follow</button>",
                "/challenge/1/2/ | <button>Follow</button>",
                "/sofia.blue/?apc=token | <button>Follow</button>",
                "/sofia.blue/ | <input type=password>",
                "/sofia.blue/ | <input name=verificationCode>",
                "/direct/t/1/ | <button>Follow</button>",
            })
    void shows_no_page_that_is_not_the_persons(String path, String body) {
        assertThat(this.<Boolean>on(
                        path, body, tab -> outline(tab, Wanted.FOLLOW).isEmpty()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>SECRET</p>",
                "<title>SECRET</title>",
                "<input value='SECRET'>",
                "<textarea placeholder='Message...'>SECRET</textarea>",
                "<div contenteditable=true aria-label=Message>SECRET</div>",
                "<div role=row><div role=presentation><div dir=auto>SECRET</div><button>SECRET</button></div></div>",
                "<div role=row aria-label='Sofia said SECRET'></div>",
                "<a href='/direct/t/1/'><button>SECRET</button></a>",
                "<div role=dialog><button>SECRET</button></div>",
                "<a href='/x/?token=SECRET' title=SECRET>SECRET</a>",
                "<img src='/p.png?sig=SECRET' alt=SECRET>",
                "<button id=SECRET class=SECRET data-x=SECRET value=SECRET>+</button>",
                "<button>SECRET 123456</button>",
                "<button>SECRET@example.org</button>",
                "<h2>SECRET</h2>",
                "<script>'SECRET'</script><style>.SECRET {}</style><template>SECRET</template>",
                "<iframe srcdoc='SECRET'></iframe>",
            })
    void tells_nothing_but_how_the_page_is_built(String body) {
        for (Wanted wanted : Wanted.values()) {
            String path = wanted == Wanted.FOLLOW ? PROFILE : CHAT;
            String told = on(
                    path,
                    body,
                    tab -> String.valueOf(
                            outline(tab, wanted).map(Outline::sketch).orElseThrow()));
            assertThat(told)
                    .contains("\"html_tag\":\"body\"")
                    .doesNotContain("SECRET")
                    .doesNotContain("sofia");
        }
    }

    @Test
    void names_fields_only_where_a_field_is_wanted() {
        String body = "<button>Quite private</button><textarea placeholder='Your reply'></textarea>";

        String told = on(
                CHAT,
                body,
                tab -> outline(tab, Wanted.COMPOSER).orElseThrow().sketch().toString());

        assertThat(told)
                .contains("Your reply")
                .contains("/direct/")
                .doesNotContain("private")
                .doesNotContain("123");
    }

    @Test
    void leaves_nothing_behind_on_the_page() {
        boolean same = on(PROFILE, profile("<button tabindex=7>Follow her</button>"), tab -> {
            String before = html(tab);
            Outline outline = outline(tab, Wanted.FOLLOW).orElseThrow();
            tab.step((page, wire) -> outline.element(number(outline)), patience());
            return before.equals(html(tab));
        });

        assertThat(same).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", ""})
    void takes_no_number_that_it_has_not_given(String number) {
        boolean found = on(PROFILE, profile("<button>Follow her</button>"), tab -> {
            Outline outline = outline(tab, Wanted.FOLLOW).orElseThrow();
            return tab.step((page, wire) -> outline.element(number).isPresent(), patience());
        });

        assertThat(found).isFalse();
    }

    @Test
    void takes_nothing_that_has_gone_or_changed_meanwhile() {
        for (String change :
                new String[] {"button.remove()", "button.textContent = 'Following'", "button.hidden = true"}) {
            boolean found = on(PROFILE, profile("<button tabindex=7>Follow her</button>"), tab -> {
                Outline outline = outline(tab, Wanted.FOLLOW).orElseThrow();
                return tab.step(
                        (page, wire) -> {
                            page.evaluate("{ const button = document.querySelector('button'); " + change + " }");
                            return outline.element(number(outline)).isPresent();
                        },
                        patience());
            });

            assertThat(found).as(change).isFalse();
        }
    }

    /** What kind of element was taken. */
    private Optional<String> answered(String path, String body, Wanted wanted) {
        return on(path, body, tab -> {
            Outline outline = outline(tab, wanted).orElseThrow();
            return tab.step(
                    (page, wire) -> outline.element(number(outline))
                            .map(found -> found.selector().isEmpty()
                                    ? "button"
                                    : page.locator(found.selector()).count() == 1 ? "field" : "not found again"),
                    patience());
        });
    }

    private static Optional<Outline> outline(Tab tab, Wanted wanted) {
        return tab.step((page, wire) -> Outline.of(page, wanted, "sofia.blue"), patience());
    }

    private static String number(Outline outline) {
        Matcher named = NAMED.matcher(outline.sketch().tree());
        assertThat(named.find()).as("the element is in the sketch").isTrue();
        return named.group(1);
    }

    private static String html(Tab tab) {
        return tab.step((page, wire) -> page.content(), patience());
    }

    private interface Look<T> {
        T at(Tab tab);
    }

    private <T> T on(String path, String body, Look<T> look) {
        site.page(path.split("\\?", 2)[0], body);
        try (var lease = TABS.borrow("alma", GUISE, StorageState.NONE, patience())) {
            lease.tab().ready(patience());
            lease.tab().go(site.address(path), patience());
            return look.at(lease.tab());
        }
    }
}
