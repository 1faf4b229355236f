package dev.parley.instagram.graph;

import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request.
 *
 * @param query what goes into the address; nothing secret
 * @param body JSON; null for none
 */
record GraphRequest(
        String method,
        String path,
        Parameters query,
        @Nullable ObjectNode body) {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    static GraphRequest get(String path, Parameters query) {
        return new GraphRequest("GET", path, query, null);
    }

    static GraphRequest post(String path, ObjectNode body) {
        return new GraphRequest("POST", path, new Parameters(), body);
    }

    static GraphRequest post(String path, Parameters query) {
        return new GraphRequest("POST", path, query, null);
    }

    static GraphRequest delete(String path, Parameters query) {
        return new GraphRequest("DELETE", path, query, null);
    }

    Request to(HttpUrl base) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
        query.addTo(url);
        return new Request.Builder().url(url.build()).method(method, content()).build();
    }

    private @Nullable RequestBody content() {
        if (body != null) {
            return RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON);
        }
        return method.equals("POST") ? RequestBody.create(new byte[0], null) : null;
    }
}
