package dev.parley.sandbox;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.parley.sandbox.account.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page on which the owner of an account agrees that an app may work it through the official API, filled in and sent off without a
 * browser. What comes back is where the browser is sent: the app's own address, with {@code code} and {@code state}, or an error.
 *
 * @param address as the app sends its people to it
 */
public record ConsentPage(URI address) {

    private static final int OK = 200;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** The owner of one of the sandbox's accounts signs in and agrees. */
    public URI allow(String username) {
        return submit(Map.of("username", username, "password", Account.PASSWORD, "decision", "allow"));
    }

    /** Nobody in particular turns away. */
    public URI cancel() {
        return submit(Map.of("decision", "cancel"));
    }

    /**
     * Any other answer.
     *
     * @param fields those of the page that are not hidden
     * @throws IllegalStateException if the page cannot be shown, or nobody is sent back
     */
    public URI submit(Map<String, String> fields) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(address).build());
        if (page.statusCode() != OK) {
            throw new IllegalStateException(page.body());
        }
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN.matcher(page.body())
                .results()
                .forEach(field -> form.put(
                        field.group(1), field.group(2).replace("&amp;", "&").replace("&#34;", "\"")));
        form.putAll(fields);
        HttpResponse<String> sentBack = send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build());
        return sentBack.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new IllegalStateException(sentBack.body()));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
    }

    /** What the browser brings along, as servers see it: without what follows the hash, which Instagram adds. */
    public static Map<String, String> parameters(URI sentBack) {
        return Arrays.stream(sentBack.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return BROWSER.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
