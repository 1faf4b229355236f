package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists in pages, by cursor.
 *
 * @param path where the next page is asked for, below the version
 */
record Paging(GraphRequest request, String path, int defaultLimit, int mostLimit) {

    static Paging of(GraphRequest request, String path) {
        return new Paging(request, path, 25, 100);
    }

    <T> Map<String, @Nullable Object> page(List<T> all, Function<T, Map<String, @Nullable Object>> json) {
        int begin = begin(all.size());
        int end = Math.min(all.size(), begin + limit());
        List<Map<String, @Nullable Object>> items =
                all.subList(begin, end).stream().map(json).toList();
        Map<String, @Nullable Object> page = Json.object("data", items);
        if (!items.isEmpty()) {
            page.put("paging", paging(begin, end, all.size()));
        }
        return page;
    }

    private Map<String, @Nullable Object> paging(int begin, int end, int size) {
        String after = cursor(end);
        Map<String, @Nullable Object> paging =
                Json.object("cursors", Json.object("before", cursor(begin), "after", after));
        if (end < size) {
            paging.put("next", next(after));
        }
        return paging;
    }

    private String next(String after) {
        var address = new StringBuilder(request.base()).append('/').append(path);
        address.append("?limit=").append(limit()).append("&after=").append(after);
        for (String name : List.of("fields", "platform", "user_id", "access_token")) {
            request.parameters()
                    .text(name)
                    .ifPresent(value -> address.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return address.toString();
    }

    private int limit() {
        return (int) Math.clamp(request.parameters().number("limit").orElse(defaultLimit), 1, mostLimit);
    }

    private int begin(int size) {
        String after = request.parameters().text("after").orElse("");
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
            return text.isEmpty() ? 0 : Math.clamp(Integer.parseInt(text), 0, size);
        } catch (IllegalArgumentException notOne) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Invalid cursor: after"));
        }
    }

    private static String cursor(int place) {
        String text = "%06d".formatted(place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
