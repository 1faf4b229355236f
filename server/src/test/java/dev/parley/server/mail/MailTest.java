package dev.parley.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.StartRefused;
import dev.parley.server.mail.MailSettings.Security;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.SettableClock;
import dev.parley.server.testing.TestingMailServer;
import dev.parley.server.vault.TestingVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class MailTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    @RegisterExtension
    static final TestingMailServer mail = new TestingMailServer();

    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final Duration LONGER_THAN_ANY_RETRY = Duration.ofMinutes(10);

    private static final String AT_REST = "picked = false, execution_time = now() + interval '30 seconds'";

    private final SettableClock clock = new SettableClock();
    private final Outbox outbox = outbox(settings("127.0.0.1"));
    private final SendMail send = new SendMail(outbox, new Smtp(settings("127.0.0.1")));

    @AfterEach
    void nothing_is_left() {
        database.owner().sql("delete from outgoing_mail").update();
        mail.empty();
    }

    @Test
    void what_is_put_in_is_sent_once() {
        outbox.put(Mail.notice("alma@example.org", "Grüße", "Ein schöner Tag,\nwirklich."));
        assertThat(mail.letters()).isEmpty();
        send.run();
        send.run();
        assertThat(mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("alma@example.org");
            assertThat(letter.subject()).isEqualTo("Grüße");
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void a_mail_is_there_when_its_transaction_is_and_not_otherwise() {
        assertThatThrownBy(() -> database.tenancy().unbound(() -> {
                    outbox.put(notice(1));
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(waiting()).isZero();
        database.tenancy().unbound(() -> {
            outbox.put(notice(2));
            return true;
        });
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void what_it_says_is_sealed_while_it_waits() {
        outbox.put(Mail.notice("alma@example.org", "A link", "https://parley.example.org/?token=canary"));
        var stored = database.owner()
                .sql("select mail_sealed from outgoing_mail")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("canary", "alma");
    }

    @Test
    void what_the_server_does_not_take_is_tried_again() {
        outbox.put(notice(1));
        mail.stop();
        send.run();
        mail.startAgain();
        send.run();
        assertThat(mail.letters()).isEmpty();
        clock.advance(LONGER_THAN_ANY_RETRY);
        send.run();
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void after_five_tries_it_is_left() {
        outbox.put(notice(1));
        mail.stop();
        for (var tried = 1; tried <= 5; tried++) {
            assertThat(waiting()).as("before try " + tried).isEqualTo(1);
            send.run();
            clock.advance(LONGER_THAN_ANY_RETRY);
        }
        mail.startAgain();
        assertThat(waiting()).isZero();
    }

    @Test
    void what_is_no_longer_worth_it_is_not_sent() {
        outbox.put(new Mail("alma@example.org", "A link", "For five minutes", Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(6));
        send.run();
        assertThat(mail.letters()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void mail_to_nobody_waits_and_goes_nowhere() {
        outbox.put(notice(1).toNobody());
        assertThat(waiting()).isEqualTo(1);
        send.run();
        assertThat(mail.letters()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void what_comes_while_the_sender_is_about_to_rest_wakes_it_again() {
        sender("picked = true");
        outbox.put(notice(1));
        sender(AT_REST);
        assertThat(senderIsDue()).isFalse();
        outbox.wakeForWhatIsDue();
        assertThat(senderIsDue()).isTrue();
    }

    @Test
    void a_sender_rests_when_nothing_is_due_or_the_last_try_failed() {
        sender(AT_REST);
        outbox.wakeForWhatIsDue();
        assertThat(senderIsDue()).isFalse();
        assertThat(send.run()).isTrue();
        outbox.put(notice(1));
        mail.stop();
        assertThat(send.run()).isFalse();
        mail.startAgain();
    }

    @Test
    void a_flood_ends_at_a_thousand() {
        IntStream.rangeClosed(1, 1_010).forEach(n -> outbox.put(notice(n).toNobody()));
        assertThat(waiting()).isEqualTo(1_000);
    }

    @Test
    void without_a_server_nothing_waits() {
        var shut = outbox(settings(null));
        shut.put(notice(1));
        assertThat(shut.isOpen()).isFalse();
        assertThat(waiting()).isZero();
    }

    @Test
    void a_server_that_offers_no_encryption_gets_nothing_where_it_is_asked() {
        outbox.put(notice(1));
        var careful = new MailSettings(
                "127.0.0.1", mail.port(), Security.STARTTLS, null, null, "parley@example.org", TIMEOUT);
        new SendMail(outbox, new Smtp(careful)).run();
        assertThat(mail.letters()).isEmpty();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void a_server_without_a_sender_is_refused_at_start() {
        var incomplete = new MailSettings("127.0.0.1", 25, Security.NONE, null, null, " ", TIMEOUT);
        assertThatThrownBy(() -> new Smtp(incomplete))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SMTP_FROM");
    }

    @Test
    void nothing_tells_the_password_or_what_a_mail_says() {
        var settings = new MailSettings("host", 25, Security.NONE, "user", "canary", "parley@example.org", TIMEOUT);
        assertThat(settings.toString()).doesNotContain("canary");
        assertThat(Mail.notice("alma@example.org", "A link", "canary").toString())
                .doesNotContain("canary", "alma");
    }

    private Outbox outbox(MailSettings settings) {
        return new Outbox(database.client(), TestingVault.create(), JsonMapper.shared(), clock, settings);
    }

    private static MailSettings settings(@Nullable String host) {
        return new MailSettings(host, mail.port(), Security.NONE, null, null, "parley@example.org", TIMEOUT);
    }

    private static Mail notice(int number) {
        return Mail.notice("alma@example.org", "Notice " + number, "Something happened.");
    }

    private static void sender(String state) {
        database.owner().sql("delete from scheduled_tasks").update();
        database.owner().sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('mail', 'recurring', now(), false, 1)
                """).update();
        database.owner().sql("update scheduled_tasks set " + state).update();
    }

    private static boolean senderIsDue() {
        return database.owner()
                .sql("select execution_time <= now() from scheduled_tasks")
                .query(Boolean.class)
                .single();
    }

    private static int waiting() {
        return database.owner()
                .sql("select count(*) from outgoing_mail")
                .query(Integer.class)
                .single();
    }
}
