package dev.parley.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody with a browser that has cookies, but no scripts. Follows no redirect by itself. */
public final class TestingVisitor {

    /** @param location where a redirect leads, as a path; empty without one */
    public record Page(int status, String text, String location) {

        /** What a reader sees: no tags, no entities, single blanks. */
        public String words() {
            return text.replaceAll("(?s)<(head|script)\\b.*?</\\1>", " ")
                    .replaceAll("<[^>]*>", "")
                    .replace("&#39;", "'")
                    .replace("&#34;", "\"")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        public boolean hasForm(String action) {
            return text.contains("action=\"" + action + "\"");
        }

        public boolean hasLink(String path) {
            return text.contains("href=\"" + path + "\"");
        }
    }

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI server;
    private final HttpClient browser;
    private String proof = "";

    private TestingVisitor(URI server, HttpClient browser) {
        this.server = server;
        this.browser = browser;
    }

    static TestingVisitor of(URI server) {
        return new TestingVisitor(
                server,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    /** What it keeps under this name. */
    public String cookie(String name) {
        return ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElseThrow();
    }

    /** With the same cookies at a server that has moved. */
    public TestingVisitor at(URI moved) {
        return new TestingVisitor(moved, browser);
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)));
    }

    /** Sends a form of the page seen last, with its proof of origin. */
    public Page submit(String action, String... namesAndValues) {
        return post(action, form("_csrf", proof) + form(namesAndValues));
    }

    /** The same for a form that stands for a DELETE. */
    public Page delete(String action) {
        return submit(action, "_method", "delete");
    }

    /** A form that no page of ours has sent. */
    public Page forge(String action, String... namesAndValues) {
        return post(action, form(namesAndValues));
    }

    public Page follow(Page redirect) {
        return get(redirect.location());
    }

    private Page post(String action, String form) {
        return send(HttpRequest.newBuilder(server.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = browser.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            var found = PROOF.matcher(answer.body());
            if (found.find()) {
                proof = found.group(1);
            }
            return new Page(
                    answer.statusCode(),
                    answer.body(),
                    path(answer.headers().firstValue("Location").orElse("")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static String form(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> encode(namesAndValues[2 * i]) + "=" + encode(namesAndValues[2 * i + 1]) + "&")
                .collect(Collectors.joining());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
