package dev.parley.sandbox.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Authorization: Bearer IGT:2:<base64 of JSON>} as clients rebuild it. */
final class Bearer {
    private static final Pattern HEADER = Pattern.compile("Bearer IGT:2:([A-Za-z0-9+/=_-]+)");
    private static final Pattern SESSION_ID = Pattern.compile("\"sessionid\"\\s*:\\s*\"([^\"\\\\]+)\"");

    private Bearer() {}

    static @Nullable String sessionIdIn(String authorization) {
        Matcher header = HEADER.matcher(authorization);
        if (!header.matches()) {
            return null;
        }
        try {
            String standard = header.group(1).replace('-', '+').replace('_', '/');
            String json = new String(Base64.getDecoder().decode(standard), StandardCharsets.UTF_8);
            Matcher sessionId = SESSION_ID.matcher(json);
            return sessionId.find() ? sessionId.group(1) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
