package dev.parley.sandbox.website;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Asks for pages and calls as a browser would, without being one. Redirects are not followed. */
final class TestingVisitor {
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    private final URI site;
    /** Kept byte for byte, quotes included, which the JDK's own cookie store would not do. */
    private final Map<String, String> cookies = new TreeMap<>();

    private final HttpClient http = HttpClient.newHttpClient();

    TestingVisitor(String site) {
        this.site = URI.create(site);
    }

    static TestingVisitor signedIn(Session session, String site) {
        var visitor = new TestingVisitor(site);
        visitor.setCookie("sessionid", session.sessionId());
        visitor.get("/");
        return visitor;
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Empty when there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    JsonNode json(String path) {
        return Json.read(get(path).body());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(request(path)
                .header("X-CSRFToken", cookie("csrftoken"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    JsonNode logIn(String username, String password) {
        get("/accounts/login/");
        return Json.read(post(
                        "/api/v1/web/accounts/login/ajax/",
                        Map.of("username", username, "enc_password", "#PWD_INSTAGRAM_BROWSER:0:1:" + password))
                .body());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            cookiesSet(response).forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path))
                .header("User-Agent", AGENT)
                .header("Cookie", cookieHeader())
                .header("X-IG-App-ID", "936619743392459");
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String cookie) {
        String[] nameAndValue = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=-1")) {
            cookies.remove(nameAndValue[0]);
        } else {
            cookies.put(nameAndValue[0], nameAndValue[1]);
        }
    }

    static List<String> cookiesSet(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
