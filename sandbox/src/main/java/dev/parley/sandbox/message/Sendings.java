package dev.parley.sandbox.message;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that one sender asked to send, in that order. The caller holds this object's lock. */
final class Sendings {
    private final Map<String, Sending> byId = new LinkedHashMap<>();
    private final Map<String, String> idByToken = new HashMap<>();

    /** What this token was used for already. */
    @Nullable
    Sending withToken(String token) {
        String id = token.isEmpty() ? null : idByToken.get(token);
        return id == null ? null : byId.get(id);
    }

    @Nullable
    Sending withId(String id) {
        return byId.get(id);
    }

    void put(Sending sending) {
        Message message = sending.message();
        byId.put(message.id(), sending);
        if (!message.token().isEmpty()) {
            idByToken.put(message.token(), message.id());
        }
    }

    synchronized List<Sending> all() {
        return List.copyOf(byId.values());
    }
}
