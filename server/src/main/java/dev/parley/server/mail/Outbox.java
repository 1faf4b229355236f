package dev.parley.server.mail;

import dev.parley.server.core.Uuids;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Mail that waits to be sent: put here in the transaction of what it tells of, so that both are true or neither. */
@Component
public class Outbox {

    static final String TASK = "mail";

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** More than people ever cause; a flood ends here and not on the disk. */
    private static final int MOST = 1_000;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(45);
    private static final UUID INSTANCE = new UUID(0, 0);

    private final JdbcClient database;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;
    private final MailSettings settings;

    Outbox(JdbcClient database, Vault vault, JsonMapper json, Clock clock, MailSettings settings) {
        this.database = database;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /** A mail whose turn it is, and how often it was tried, this time included. */
    record Due(UUID id, Mail mail, int attempts) {}

    /** Whether mail can be sent at all. */
    public boolean isOpen() {
        return settings.areGiven();
    }

    /** Without a mail server it is left out. */
    public void put(Mail mail) {
        put(List.of(mail));
    }

    public void put(List<Mail> mails) {
        if (!isOpen() || mails.isEmpty()) {
            return;
        }
        var ids = mails.stream().map(_ -> Uuids.timeOrdered()).toArray(UUID[]::new);
        var now = clock.instant();
        var added = database.sql("""
                insert into outgoing_mail (id, mail_sealed, due_at, expires_at)
                select id, mail, :now, cast(:now as timestamptz) + useful * interval '1 second'
                from unnest(:ids, :mails, :useful) as added (id, mail, useful)
                limit greatest(0, :most - (select count(*) from (select from outgoing_mail limit :most) waiting))
                """)
                .param("ids", ids)
                .param("mails", sealed(ids, mails))
                .param(
                        "useful",
                        mails.stream().map(mail -> mail.useful().toSeconds()).toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .update();
        if (added < mails.size()) {
            LOG.warn("Too much mail is waiting: {} left out", mails.size() - added);
        }
        wakeTheSender();
    }

    private byte[][] sealed(UUID[] ids, List<Mail> mails) {
        return IntStream.range(0, ids.length)
                .mapToObj(n -> vault.seal(place(ids[n]), json.writeValueAsBytes(mails.get(n))))
                .toArray(byte[][]::new);
    }

    /** Holds the sender's row in any case, so that a sender that is about to rest does so before this or after it. */
    private void wakeTheSender() {
        database.sql("""
                update scheduled_tasks
                set execution_time = case when picked then execution_time else least(execution_time, now()) end
                where task_name = :task
                """).param("task", TASK).update();
    }

    /** For a sender that has just gone to rest: what came after its last look found nobody to wake. */
    void wakeForWhatIsDue() {
        database.sql("""
                update scheduled_tasks set execution_time = now()
                where task_name = :task and not picked and execution_time > now()
                  and exists (select from outgoing_mail where due_at <= :now)
                """)
                .param("task", TASK)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes one and puts it back for later in the same statement: whatever happens now, it is tried again. */
    Optional<Due> take() {
        var now = clock.instant();
        removeUseless(now);
        return database.sql("""
                update outgoing_mail
                set attempts = attempts + 1, due_at = cast(:now as timestamptz) + :retry * power(2, attempts) * interval '1 second'
                where id = (select id from outgoing_mail where due_at <= :now order by due_at limit 1 for update skip locked)
                returning id, mail_sealed, attempts
                """)
                .param("now", Timestamp.from(now))
                .param("retry", FIRST_RETRY.toSeconds())
                .query((row, n) ->
                        due(row.getObject("id", UUID.class), row.getBytes("mail_sealed"), row.getInt("attempts")))
                .optional();
    }

    private void removeUseless(Instant now) {
        database.sql("delete from outgoing_mail where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private Due due(UUID id, byte[] sealed, int attempts) {
        return new Due(id, json.readValue(vault.open(place(id), sealed), Mail.class), attempts);
    }

    void remove(UUID id) {
        database.sql("delete from outgoing_mail where id = :id").param("id", id).update();
    }

    @Bean
    static SealedColumn sealedMail() {
        return new SealedColumn("outgoing_mail", "mail_sealed", "id", false);
    }

    private static Place place(UUID id) {
        return new Place(INSTANCE, "outgoing_mail", "mail_sealed", id);
    }
}
