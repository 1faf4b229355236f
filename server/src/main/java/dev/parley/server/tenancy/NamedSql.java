package dev.parley.server.tenancy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** A statement with named parameters, read once: statements are constants, so there are only so many. */
record NamedSql(ParsedSql parsed, String positional) {

    private static final Map<String, NamedSql> KNOWN = new ConcurrentHashMap<>();

    static NamedSql of(String sql) {
        return KNOWN.computeIfAbsent(sql, NamedSql::read);
    }

    @Nullable
    Object[] values(Map<String, @Nullable Object> params) {
        return NamedParameterUtils.buildValueArray(parsed, new MapSqlParameterSource(params), null);
    }

    private static NamedSql read(String sql) {
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        return new NamedSql(
                parsed,
                NamedParameterUtils.substituteNamedParameters(parsed, null).strip());
    }
}
