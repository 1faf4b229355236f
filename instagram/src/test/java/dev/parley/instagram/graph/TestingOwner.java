package dev.parley.instagram.graph;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The owner of accounts with a browser of theirs: looks at the consent page, fills in its form, and comes back. */
final class TestingOwner {

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private TestingOwner() {}

    /** What the browser is sent back with. */
    static Map<String, String> agrees(URI page, String username) {
        return decides(page, Map.of("username", username, "password", "sandbox-pass", "decision", "allow"));
    }

    static Map<String, String> cancels(URI page) {
        return decides(page, Map.of("decision", "cancel"));
    }

    static Map<String, String> decides(URI page, Map<String, String> filledIn) {
        HttpResponse<String> form = send(HttpRequest.newBuilder(page).build());
        if (form.statusCode() != 200) {
            throw new IllegalStateException(form.body());
        }
        var fields = new LinkedHashMap<String, String>();
        Matcher hidden = HIDDEN.matcher(form.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&").replace("&#34;", "\""));
        }
        fields.putAll(filledIn);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
        return parameters(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> parameters(String address) {
        String seenByServers = address.replaceFirst("#.*", "");
        String query = seenByServers.substring(seenByServers.indexOf('?') + 1);
        var parameters = new HashMap<String, String>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
