package dev.parley.server.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The filters of a job as they are stored: as JSON, and null where there are none. */
final class StoredFilters {

    /** A filter that this version does not know must not be overlooked. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredFilters() {}

    static @Nullable String text(Filters filters) {
        return filters.equals(Filters.NONE) ? null : JSON.writeValueAsString(filters);
    }

    static Filters parse(String text) {
        return JSON.readValue(text, Filters.class);
    }

    /** A node of the version before has stored whether private accounts are left out, and nothing else. */
    static Filters read(ResultSet job) throws SQLException {
        var stored = job.getString("filters");
        if (stored != null) {
            return parse(stored);
        }
        return job.getBoolean("skip_private") ? Filters.PUBLIC_ONLY : Filters.NONE;
    }
}
