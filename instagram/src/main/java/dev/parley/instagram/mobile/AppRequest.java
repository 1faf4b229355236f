package dev.parley.instagram.mobile;

import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One request of the app.
 *
 * @param path below {@code /api/v1/}, encoded, with its query
 * @param body null makes it a GET
 */
record AppRequest(String path, @Nullable RequestBody body) {

    static AppRequest get(String path) {
        return new AppRequest(path, null);
    }

    static AppRequest signed(String path, Fields fields) {
        return new AppRequest(path, fields.signed());
    }

    static AppRequest form(String path, Fields fields) {
        return new AppRequest(path, fields.form());
    }
}
