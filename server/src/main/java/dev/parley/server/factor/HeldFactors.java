package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.identity.FactorMethod;
import dev.parley.server.identity.SecondFactors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that a person has set up. */
@Component
class HeldFactors implements SecondFactors {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{3}\\s?\\d{3}");

    private final JdbcClient database;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;

    HeldFactors(JdbcClient database, Authenticators authenticators, Passkeys passkeys, RecoveryCodes recoveryCodes) {
        this.database = database;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
    }

    /** In one statement, because it belongs to every sign-in. */
    @Override
    public Set<FactorMethod> of(UserId user) {
        return database.sql("""
            select exists (select from authenticators where user_id = :user and confirmed_at is not null) as totp,
                exists (select from passkeys where user_id = :user) as passkey,
                exists (select from recovery_codes where user_id = :user and used_at is null) as recovery_code
            """)
                .param("user", user.value())
                .query(HeldFactors::methods)
                .single();
    }

    private static Set<FactorMethod> methods(ResultSet row, int number) throws SQLException {
        var methods = EnumSet.noneOf(FactorMethod.class);
        if (row.getBoolean("totp")) {
            methods.add(FactorMethod.TOTP);
        }
        if (row.getBoolean("passkey")) {
            methods.add(FactorMethod.PASSKEY);
        }
        if (!methods.isEmpty() && row.getBoolean("recovery_code")) {
            methods.add(FactorMethod.RECOVERY_CODE);
        }
        return methods;
    }

    @Override
    public void removeAll(UserId user) {
        authenticators.remove(user);
        passkeys.of(user).forEach(passkey -> passkeys.remove(user, passkey.id()));
        recoveryCodes.remove(user);
    }

    @Override
    public boolean take(UserId user, String code) {
        var typed = code.strip();
        return SIX_DIGITS.matcher(typed).matches()
                ? authenticators.take(user, typed.replaceAll("\\s", ""))
                : recoveryCodes.take(user, typed);
    }
}
