package dev.parley.server.identity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.Grant.ChosenAccount;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.web.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a token lies in its table. */
final class TokenRow {

    private TokenRow() {}

    static Tokens.Token token(ResultSet row, int number) throws SQLException {
        var lastUsedAt = instant(row, "last_used_at");
        return new Tokens.Token(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                grant(row),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                lastUsedAt,
                lastUsedAt == null ? null : new Device(row.getString("last_used_from"), row.getString("last_used_by")));
    }

    /** Null for a sign-in's. */
    static @Nullable Grant grant(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return name == null ? null : new Grant(name, rights(row), accounts(row));
    }

    private static Set<Right> rights(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("rights").getArray())
                .map(Right::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static @Nullable List<ChosenAccount> accounts(ResultSet row) throws SQLException {
        var ids = row.getArray("account_ids");
        if (ids == null) {
            return null;
        }
        var values = (UUID[]) ids.getArray();
        var names = (String[]) row.getArray("account_names").getArray();
        return IntStream.range(0, values.length)
                .mapToObj(n -> new ChosenAccount(new AccountId(values[n]), names[n]))
                .toList();
    }

    static UUID[] ids(List<ChosenAccount> accounts) {
        return AccountId.values(accounts.stream().map(ChosenAccount::id).toList());
    }

    static String[] names(List<ChosenAccount> accounts) {
        return accounts.stream().map(ChosenAccount::username).toArray(String[]::new);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
