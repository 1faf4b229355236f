package dev.parley.sandbox.app;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Optional;

/** The headers that all public clients send; a call without them does not come from an app. */
final class RequiredHeaders {
    private static final List<HeaderName> NAMES =
            List.of(AppRequest.APP_ID, AppRequest.DEVICE_ID, AppRequest.ANDROID_ID);
    private static final String APP = "Instagram ";

    private RequiredHeaders() {}

    static Optional<String> missingIn(AppRequest request) {
        if (!request.header(HeaderNames.USER_AGENT).startsWith(APP)) {
            return Optional.of("User-Agent beginning with \"Instagram \"");
        }
        return NAMES.stream()
                .filter(name -> request.header(name).isBlank())
                .map(HeaderName::defaultCase)
                .findFirst();
    }
}
