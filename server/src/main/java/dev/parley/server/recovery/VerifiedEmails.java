package dev.parley.server.recovery;

import dev.parley.server.identity.Person;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which addresses are known to be read by their people. */
@Component
class VerifiedEmails {

    private final JdbcClient database;
    private final Clock clock;

    VerifiedEmails(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An address that the person has had before counts for nothing. */
    boolean holdsThatOf(Person person) {
        return database.sql("""
                select exists (select from verified_emails where user_id = :user and lower(email) = lower(:email))
                """)
                .param("user", person.id().value())
                .param("email", person.email())
                .query(Boolean.class)
                .single();
    }

    void add(Person person) {
        database.sql("""
                insert into verified_emails (user_id, email, verified_at) values (:user, :email, :now)
                on conflict (user_id) do update set email = excluded.email, verified_at = excluded.verified_at
                """)
                .param("user", person.id().value())
                .param("email", person.email())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
