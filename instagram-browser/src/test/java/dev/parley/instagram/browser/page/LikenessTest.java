package dev.parley.instagram.browser.page;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.browser.chromium.StorageState;
import dev.parley.instagram.browser.chromium.Tab;
import dev.parley.instagram.browser.chromium.Tabs;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.browser.testing.TestingSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;
    private static final String BOX = "style='position:absolute;left:100px;top:100px;width:300px;height:50px'";

    @RegisterExtension
    private final TestingSite site = new TestingSite();

    /** One for all: a new one takes Chromium most of a second. */
    private static final Tabs TABS = new Tabs(TestingChromium.shared(), 1);

    @AfterAll
    static void close() {
        TABS.close();
    }

    private record Taken(String path, BufferedImage picture, String source) {

        boolean isBlackInTheBox() {
            return IntStream.range(101, 399)
                    .allMatch(x -> IntStream.range(101, 149).allMatch(y -> picture.getRGB(x, y) == BLACK));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input type=password value='SECRET' BOX>",
                "<input name=verificationCode value='SECRET' BOX>",
                "<textarea placeholder='Message...' BOX>SECRET</textarea>",
                "<div contenteditable=true aria-label=Message BOX><p>SECRET</p></div>",
                "<div role=row><div role=presentation BOX><div dir=auto>SECRET</div></div></div><textarea></textarea>",
                "<div aria-label='Conversation with Sofia'><div role=presentation BOX>SECRET</div></div>",
                "<div data-message-id=1><div role=presentation BOX>SECRET</div></div>",
                "<div data-pagelet=IGDMessagesList><div role=group BOX><div dir=auto>SECRET</div></div></div>",
                "<a href='/direct/t/1/' BOX><img alt=user-profile-picture><span>SECRET</span></a>",
                "<div role=row aria-label='Sofia said SECRET' BOX><img alt='SECRET'></div><textarea></textarea>",
            })
    void blanks_what_was_typed_and_said_in_picture_and_source(String body) throws IOException {
        site.page("/sofia.blue/", body.replace("BOX", BOX));

        Taken taken = taken("/sofia.blue/");

        assertThat(taken.source()).contains("<body>").doesNotContain("SECRET");
        assertThat(taken.isBlackInTheBox()).isTrue();
        assertThat(taken.picture().getRGB(600, 600)).as("elsewhere").isEqualTo(WHITE);
    }

    @Test
    void shows_what_the_site_itself_says() throws IOException {
        site.page(
                "/direct/t/1/",
                "<div role=dialog BOX>Try Again Later</div><div dir=auto>SECRET</div><svg aria-label=Options></svg>"
                        .replace("BOX", BOX));

        Taken taken = taken("/direct/t/1/");

        assertThat(taken.source())
                .contains("Try Again Later")
                .contains("<svg aria-label=\"Options\"/>")
                .doesNotContain("SECRET");
        assertThat(taken.isBlackInTheBox()).isFalse();
    }

    @Test
    void leaves_out_what_may_be_secret_in_addresses_and_attributes() throws IOException {
        String token = "q".repeat(40);
        site.page(
                "/challenge/123/aB3dE5gH7j/",
                "<a href='/challenge/123/aB3dE5gH7j/?apc=SECRET'>x</a><a href='/x/TOKEN/' id=TOKEN>y</a><input type=hidden name=t value=TOKEN>"
                        .replace("TOKEN", token));

        Taken taken = taken("/challenge/123/aB3dE5gH7j/?apc=SECRET");

        assertThat(taken.path()).isEqualTo("/challenge/");
        assertThat(taken.source())
                .contains("href=\"/challenge/…\"")
                .doesNotContain("aB3dE5gH7j")
                .doesNotContain("SECRET")
                .doesNotContain(token);
    }

    private Taken taken(String path) throws IOException {
        try (var lease = TABS.borrow("alma", GUISE, StorageState.NONE, patience())) {
            Tab tab = lease.tab();
            tab.ready(patience());
            tab.go(site.address(path), patience());
            byte[] picture = tab.step((page, wire) -> Likeness.picture(page), patience());
            return new Taken(
                    tab.step((page, wire) -> Likeness.path(page), patience()),
                    ImageIO.read(new ByteArrayInputStream(picture)),
                    tab.step((page, wire) -> Likeness.source(page), patience()));
        }
    }
}
