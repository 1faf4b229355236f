package dev.parley.server.alerts;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhooks of the bound workspace; their secrets are sealed. */
@Repository
class Webhooks {

    private static final String TABLE = "alert_webhooks";
    private static final String SECRET = "secret_encrypted";
    private static final String FORMER = "former_secret_encrypted";

    /** For so long it is signed with the secret before, too. */
    static final Duration CHANGE_OVER = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Tenancy tenancy;

    Webhooks(JdbcClient jdbc, Vault vault, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.tenancy = tenancy;
    }

    /** The oldest first. */
    List<Webhook> all() {
        return jdbc.sql("select * from alert_webhooks where workspace_id = current_workspace() order by id")
                .query(Webhooks::read)
                .list();
    }

    /** Refuses with WEBHOOK_NOT_FOUND. */
    Webhook get(WebhookId id) {
        return jdbc.sql("select * from alert_webhooks where id = :id")
                .param("id", id.value())
                .query(Webhooks::read)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    void add(WebhookId id, URI url, WebhookSecret secret, Instant now) {
        jdbc.sql("""
                insert into alert_webhooks (id, workspace_id, url, secret_encrypted, created_at)
                values (:id, current_workspace(), :url, :secret, :now)
                """)
                .param("id", id.value())
                .param("url", url.toString())
                .param("secret", seal(SECRET, id, secret))
                .param("now", Timestamp.from(now))
                .update();
    }

    void move(WebhookId id, URI url) {
        jdbc.sql("update alert_webhooks set url = :url, failing_since = null where id = :id")
                .param("url", url.toString())
                .param("id", id.value())
                .update();
    }

    void remove(WebhookId id) {
        jdbc.sql("delete from alert_webhooks where id = :id")
                .param("id", id.value())
                .update();
    }

    /** What there was signs on for a while. */
    void changeSecret(WebhookId id, WebhookSecret secret, Instant now) {
        var former = current(id);
        jdbc.sql("""
                update alert_webhooks
                set secret_encrypted = :secret, former_secret_encrypted = :former, former_until = :until
                where id = :id
                """)
                .param("secret", seal(SECRET, id, secret))
                .param("former", seal(FORMER, id, former))
                .param("until", Timestamp.from(now.plus(CHANGE_OVER)))
                .param("id", id.value())
                .update();
    }

    private WebhookSecret current(WebhookId id) {
        return jdbc.sql("select secret_encrypted from alert_webhooks where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> open(SECRET, id, row.getBytes(1)))
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** A webhook that is on, and all secrets that sign now, the newest first. */
    record Listener(Webhook webhook, List<WebhookSecret> secrets) {}

    /** Those of these that are on. */
    Map<WebhookId, Listener> listening(Collection<WebhookId> ids, Instant now) {
        return jdbc
                .sql("""
                select *, case when former_until > :now then former_secret_encrypted end as former
                from alert_webhooks where id = any(:ids) and disabled_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("ids", ids.stream().map(WebhookId::value).toArray(UUID[]::new))
                .query((row, n) -> new Listener(read(row, n), secrets(row)))
                .list()
                .stream()
                .collect(toMap(listener -> listener.webhook().id(), Function.identity()));
    }

    private List<WebhookSecret> secrets(ResultSet row) throws SQLException {
        var id = new WebhookId(row.getObject("id", UUID.class));
        var newest = open(SECRET, id, row.getBytes(SECRET));
        var former = row.getBytes("former");
        return former == null ? List.of(newest) : List.of(newest, open(FORMER, id, former));
    }

    void enable(WebhookId id) {
        jdbc.sql("""
                update alert_webhooks set disabled_at = null, disabled_because = null, failing_since = null where id = :id
                """).param("id", id.value()).update();
    }

    /** Whether it was on. */
    boolean disable(WebhookId id, Webhook.Because because, Instant now) {
        return jdbc.sql("""
                update alert_webhooks set disabled_at = :now, disabled_because = :because
                where id = :id and disabled_at is null
                """)
                        .param("now", Timestamp.from(now))
                        .param("because", because.stored())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void worked(WebhookId id) {
        jdbc.sql("update alert_webhooks set failing_since = null where id = :id and failing_since is not null")
                .param("id", id.value())
                .update();
    }

    /** Since when. */
    Instant failed(WebhookId id, Instant now) {
        return jdbc.sql("""
                update alert_webhooks set failing_since = coalesce(failing_since, :now) where id = :id returning failing_since
                """)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .query((row, n) -> Columns.instant(row, "failing_since"))
                .optional()
                .orElse(now);
    }

    private byte[] seal(String column, WebhookId id, WebhookSecret secret) {
        return vault.seal(place(column, id), secret.value().getBytes(StandardCharsets.UTF_8));
    }

    private WebhookSecret open(String column, WebhookId id, byte[] sealed) {
        return new WebhookSecret(new String(vault.open(place(column, id), sealed), StandardCharsets.UTF_8));
    }

    private Place place(String column, WebhookId id) {
        return new Place(tenancy.workspace().value(), TABLE, column, id.value());
    }

    @Bean
    static SealedColumn sealedWebhookSecrets() {
        return new SealedColumn(TABLE, SECRET, "id", true);
    }

    @Bean
    static SealedColumn sealedFormerWebhookSecrets() {
        return new SealedColumn(TABLE, FORMER, "id", true);
    }

    private static Webhook read(ResultSet row, int n) throws SQLException {
        var because = row.getString("disabled_because");
        return new Webhook(
                new WebhookId(row.getObject("id", UUID.class)),
                URI.create(row.getString("url")),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "failing_since"),
                Columns.instantOrNull(row, "disabled_at"),
                because == null ? null : Webhook.Because.of(because));
    }

    private static BotException notFound(WebhookId id) {
        return new BotException(ErrorCode.WEBHOOK_NOT_FOUND, "This workspace has no webhook with the id " + id + ".");
    }
}
