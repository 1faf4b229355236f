package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.vault.RandomSecret;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whoever has lost the other factors: ten codes to keep on paper, each for one sign-in. */
@Component
class RecoveryCodes {

    static final int HOW_MANY = 10;
    private static final int GROUPS = 4;
    private static final int LETTERS = 6;
    /** 32 letters and digits, five bits each; few look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The only moment at which the codes themselves are known; those before open nothing any more. */
    List<String> renew(UserId user) {
        var codes = Stream.generate(this::create).limit(HOW_MANY).toList();
        remove(user);
        codes.forEach(code -> database.sql("insert into recovery_codes (user_id, code_hash) values (:user, :hash)")
                .param("user", user.value())
                .param("hash", hash(code))
                .update());
        return codes;
    }

    private String create() {
        return Stream.generate(() -> random.ints(LETTERS, 0, ALPHABET.length())
                        .mapToObj(ALPHABET::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .limit(GROUPS)
                .collect(Collectors.joining("-"));
    }

    boolean take(UserId user, String code) {
        return database.sql("""
                update recovery_codes set used_at = :now where user_id = :user and code_hash = :hash and used_at is null
                """)
                        .param("user", user.value())
                        .param("hash", hash(code))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    int left(UserId user) {
        return database.sql("select count(*) from recovery_codes where user_id = :user and used_at is null")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    void remove(UserId user) {
        database.sql("delete from recovery_codes where user_id = :user")
                .param("user", user.value())
                .update();
    }

    /** However it was typed. A code of 120 random bits needs no slow hash: nobody can guess it from one. */
    private static byte[] hash(String code) {
        var plain = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return new RandomSecret(plain).hash();
    }
}
