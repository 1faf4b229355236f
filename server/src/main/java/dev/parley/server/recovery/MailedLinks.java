package dev.parley.server.recovery;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.identity.AccessEnded;
import dev.parley.server.identity.EmailChanged;
import dev.parley.server.identity.Person;
import dev.parley.server.letters.Letters;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.PublicAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that were sent and still open something, once each. */
@Component
class MailedLinks {

    private static final String PREFIX = "parley_link_";
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    /** More than people ever ask for in so short a time. */
    private static final int MOST = 2_000;

    enum Purpose {
        RESET_PASSWORD("reset-password", Duration.ofMinutes(10)),
        VERIFY_EMAIL("verify-email", Duration.ofHours(24));

        private final String stored;
        private final Duration lifetime;

        Purpose(String stored, Duration lifetime) {
            this.stored = stored;
            this.lifetime = lifetime;
        }

        private Duration lifetime() {
            return lifetime;
        }

        private String path(RandomSecret secret) {
            return "/" + stored + "?token=" + secret.value();
        }
    }

    /** Whose link it is, and the address that it was made for. */
    record Link(UserId user, String email) {}

    private final JdbcClient database;
    private final Clock clock;
    private final PublicAddress address;

    MailedLinks(JdbcClient database, Clock clock, PublicAddress address) {
        this.database = database;
        this.clock = clock;
        this.address = address;
    }

    /** Whether the same was asked for a moment ago, or so much by everybody that it is no person's doing any more. */
    boolean isAskedTooOften(Purpose purpose, String email) {
        return database.sql("""
                select exists (select from mailed_links
                               where lower(email) = lower(:email) and purpose = :purpose and created_at > :moment)
                    or (select count(*) from (select from mailed_links where purpose = :purpose limit :most) given) >= :most
                """)
                .param("email", email)
                .param("purpose", purpose.stored)
                .param("moment", Timestamp.from(clock.instant().minus(A_MOMENT)))
                .param("most", MOST)
                .query(Boolean.class)
                .single();
    }

    /** @param user null for an address that nobody has: as much work, for a link that nobody gets */
    Letters.Link issue(@Nullable UserId user, Purpose purpose, String email) {
        var now = clock.instant();
        removeExpired(now);
        var secret = RandomSecret.create(PREFIX);
        database.sql("""
                insert into mailed_links (id, user_id, purpose, email, token_hash, created_at, expires_at)
                values (:id, :user, :purpose, :email, :hash, :now, :expiresAt)
                """)
                .param("id", Uuids.timeOrdered())
                .param("user", user == null ? null : user.value())
                .param("purpose", purpose.stored)
                .param("email", email)
                .param("hash", secret.hash())
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(purpose.lifetime())))
                .update();
        return new Letters.Link(address.of(purpose.path(secret)), purpose.lifetime());
    }

    private void removeExpired(Instant now) {
        database.sql("delete from mailed_links where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    Link find(Purpose purpose, RandomSecret secret) {
        return link("select user_id, email from mailed_links", "", purpose, secret);
    }

    /** Of two who come with the same link at the same moment, one gets it. */
    Link take(Purpose purpose, RandomSecret secret) {
        return link("delete from mailed_links", " returning user_id, email", purpose, secret);
    }

    private Link link(String from, String returning, Purpose purpose, RandomSecret secret) {
        return database.sql(from
                        + " where token_hash = :hash and purpose = :purpose and expires_at > :now and user_id is not null"
                        + returning)
                .param("hash", secret.hash())
                .param("purpose", purpose.stored)
                .param("now", Timestamp.from(clock.instant()))
                .query(MailedLinks::link)
                .optional()
                .orElseThrow(MailedLinks::ended);
    }

    static BotException ended() {
        return new BotException(ErrorCode.LINK_ENDED, ErrorCode.LINK_ENDED.description());
    }

    /** The address that a link still waits to prove, if it is another than the person's. */
    Optional<String> pendingEmail(Person person) {
        return database.sql("""
                select email from mailed_links
                where user_id = :user and purpose = 'verify-email' and lower(email) <> lower(:email) and expires_at > :now
                order by created_at desc limit 1
                """)
                .param("user", person.id().value())
                .param("email", person.email())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Whoever reads what comes to the former address can do nothing with it any more. */
    @EventListener
    void endFormer(EmailChanged changed) {
        endAll(changed.user(), changed.email());
    }

    /** With the rest of what lets the person in. */
    @EventListener
    void end(AccessEnded ended) {
        endAll(ended.person());
    }

    /** All but the one that proves the address that the person has. */
    void endAll(Person person) {
        endAll(person.id(), person.email());
    }

    private void endAll(UserId user, String email) {
        database.sql("""
                delete from mailed_links
                where user_id = :user and (purpose <> 'verify-email' or lower(email) <> lower(:email))
                """).param("user", user.value()).param("email", email).update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(new UserId(row.getObject("user_id", UUID.class)), row.getString("email"));
    }
}
