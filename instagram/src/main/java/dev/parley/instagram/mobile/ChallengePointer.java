package dev.parley.instagram.mobile;

import dev.parley.instagram.http.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Where an answer sends somebody who must prove who they are.
 *
 * @param nativeFlow the app shows its own screens, which have no API
 */
record ChallengePointer(
        @Nullable String url,
        @Nullable String apiPath,
        boolean nativeFlow,
        @Nullable String context) {

    /** Only paths of this form are followed: an answer must not be able to name any other endpoint. */
    private static final Pattern RESOLVABLE = Pattern.compile("/challenge/(?<id>[0-9]+/[A-Za-z0-9_-]+)/");

    /** Null if it leads nowhere: answers to a wrong code list their complaints under the same name. */
    static @Nullable ChallengePointer read(JsonParser json) {
        Draft draft = new Draft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.url == null && draft.apiPath == null
                ? null
                : new ChallengePointer(draft.url, draft.apiPath, draft.nativeFlow, draft.context);
    }

    boolean suspended() {
        return url != null && url.contains("/suspended/");
    }

    /** {@code <user>/<nonce>}, or null if only a person can resolve it in the app. */
    @Nullable
    String resolvableId() {
        if (apiPath == null || nativeFlow || suspended()) {
            return null;
        }
        var matcher = RESOLVABLE.matcher(apiPath);
        return matcher.matches() ? matcher.group("id") : null;
    }

    private static final class Draft {

        private @Nullable String url;
        private @Nullable String apiPath;
        private boolean nativeFlow;
        private @Nullable String context;

        void field(String name, JsonParser json) {
            switch (name) {
                case "url" -> url = Json.text(json);
                case "api_path" -> apiPath = Json.text(json);
                case "challenge_context" -> context = Json.text(json);
                case "native_flow" -> nativeFlow = Json.flag(json);
                default -> json.skipChildren();
            }
        }
    }
}
