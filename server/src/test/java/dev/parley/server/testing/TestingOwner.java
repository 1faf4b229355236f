package dev.parley.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The owner of an Instagram account, who fills in the page on which Instagram asks them to agree. */
public final class TestingOwner {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final HttpClient browser = HttpClient.newHttpClient();

    /** Where the browser is sent back to, as a path of ours. */
    public String agrees(String page, String username) {
        return decides(page, Map.of("username", username, "password", "sandbox-pass", "decision", "allow"));
    }

    public String cancels(String page) {
        return decides(page, Map.of("decision", "cancel"));
    }

    private String decides(String page, Map<String, String> filledIn) {
        var fields = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(
                send(HttpRequest.newBuilder(URI.create(page)).build()).body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&").replace("&#34;", "\""));
        }
        fields.putAll(filledIn);
        var answer = send(HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + "?" + location.getRawQuery();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
