package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many invitations were mailed for whom, and where to: one write each that counts and compares. */
@Component
class InvitationMails {

    private static final String ALTOGETHER = "";

    private final JdbcClient database;

    InvitationMails(JdbcClient database) {
        this.database = database;
    }

    /** Whether it is no more than this. */
    boolean count(UserId user, LocalDate day, int most) {
        return countTo(ALTOGETHER, user, day, most);
    }

    /** Whether it is no more than this to the address. */
    boolean countTo(String email, UserId user, LocalDate day, int most) {
        return database.sql("""
                insert into invitation_mails as old (user_id, day, email, mailed) values (:user, :day, lower(:email), 1)
                on conflict (user_id, day, email) do update set mailed = old.mailed + 1 where old.mailed < :most
                """)
                        .param("user", user.value())
                        .param("day", Date.valueOf(day))
                        .param("email", email)
                        .param("most", most)
                        .update()
                == 1;
    }

    void forgetBefore(LocalDate day, UserId user) {
        database.sql("delete from invitation_mails where user_id = :user and day < :day")
                .param("user", user.value())
                .param("day", Date.valueOf(day))
                .update();
    }
}
