package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.instagram.Post;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One post, on a page of its own. Everything about liking is read and pressed in its row of actions alone: comments have hearts, too. */
public final class PostPage {

    private static final String ROW = "article section";
    private static final String HEART = "svg[aria-label=Like], svg[aria-label=Unlike]";
    private static final String BUTTON =
            "xpath=ancestor::*[self::button or @role='button' or (self::div and @tabindex='0')][1]";

    /** Fact: the first link of the header leads to the owner; the remark that begins the list is the caption. */
    private static final String READ = """
            article => {
              const owner = article.querySelector('header a[href^="/"]')
              const time = article.querySelector('time[datetime]')
              const caption = article.querySelector('ul li span')
              return {
                owner: owner ? owner.getAttribute('href') : '',
                time: time ? time.getAttribute('datetime') : '',
                caption: caption ? caption.innerText.slice(0, 5000) : '',
                text: article.innerText.slice(0, 20000),
              }
            }
            """;

    private static final Pattern LIKES = Pattern.compile("([0-9][0-9,]{0,12}) likes?\\b");
    private static final int MOST_DIGITS = 9;

    private final Page page;
    private final Post post;

    public PostPage(Page page, Post post) {
        this.page = page;
        this.post = post;
    }

    /** What is shown. */
    public sealed interface Shown {

        /** Nothing, or something else than was asked for: a film's page may lead into the feed. */
        record Gone() implements Shown {}

        /** Not a page of the site as it is known. */
        record Nonsense() implements Shown {}

        record Known(boolean liked) implements Shown {}
    }

    /**
     * What the page tells.
     *
     * @param likeCount 0 where it does not say
     */
    public record Told(String owner, Instant takenAt, String caption, int likeCount) {}

    /** Null as long as it cannot be told. */
    public @Nullable Shown shown(Scene scene) {
        if (ProfilePage.isMissing(scene) || !scene.address().segments().contains(post.code())) {
            return new Shown.Gone();
        }
        if (scene.isNonsense()) {
            return new Shown.Nonsense();
        }
        Locator heart = heart();
        return Press.isThere(heart) ? new Shown.Known("Unlike".equals(heart.getAttribute("aria-label"))) : null;
    }

    private Locator heart() {
        return Press.visible(page.locator(ROW).first().locator(HEART));
    }

    /** Presses the heart. */
    public void press() {
        Press.on(heart().locator(BUTTON));
    }

    /** Null if the page does not name the owner and the time. */
    public @Nullable Told told() {
        Object read = page.locator("article").first().evaluate(READ);
        Map<?, ?> told = read instanceof Map<?, ?> map ? map : Map.of();
        Address owner = Address.of(String.valueOf(told.get("owner")));
        Instant time = time(String.valueOf(told.get("time")));
        return owner.segments().size() != 1 || time == null
                ? null
                : new Told(
                        owner.segments().getFirst().toLowerCase(Locale.ROOT),
                        time,
                        String.valueOf(told.get("caption")),
                        count(String.valueOf(told.get("text"))));
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int count(String text) {
        Matcher likes = LIKES.matcher(text);
        String digits = likes.find() ? likes.group(1).replace(",", "") : "0";
        return digits.length() > MOST_DIGITS ? 0 : Integer.parseInt(digits);
    }
}
