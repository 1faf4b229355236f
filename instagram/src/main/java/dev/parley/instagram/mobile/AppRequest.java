package dev.parley.instagram.mobile;

import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One request of the app.
 *
 * @param path below {@code /api/}, encoded, with its query
 * @param body null makes it a GET
 */
record AppRequest(String path, @Nullable RequestBody body) {

    private static final String VERSION_1 = "v1/";
    private static final String VERSION_2 = "v2/";

    static AppRequest get(String path) {
        return new AppRequest(VERSION_1 + path, null);
    }

    static AppRequest signed(String path, Fields fields) {
        return new AppRequest(VERSION_1 + path, fields.signed());
    }

    static AppRequest signedV2(String path, Fields fields) {
        return new AppRequest(VERSION_2 + path, fields.signed());
    }

    static AppRequest json(String path, Fields fields) {
        return new AppRequest(VERSION_1 + path, fields.rawJson());
    }

    static AppRequest form(String path, Fields fields) {
        return new AppRequest(VERSION_1 + path, fields.form());
    }
}
