package dev.parley.server.message;

import dev.parley.instagram.MessageToken;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.bot.Lane;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Columns;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows of messages. */
final class MessageRow {

    private MessageRow() {}

    static Message read(ResultSet row, int n) throws SQLException {
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                sender(row),
                new Recipient(
                        row.getString("recipient"),
                        known(row, "recipient_id", PersonId::new),
                        known(row, "thread_id", ThreadId::new)),
                new Writing(row.getString("content"), known(row, "image", URI::create)),
                Lane.values()[row.getInt("lane")],
                row.getBoolean("first_contact"),
                new MessageToken(row.getString("token")),
                MessageStatus.of(row.getString("status")),
                trouble(row),
                row.getInt("attempts"),
                row.getObject("action_id", UUID.class),
                known(row, "instagram_id", dev.parley.instagram.MessageId::new),
                row.getObject("mailing_id", UUID.class),
                row.getString("correlation_id"),
                new Message.Times(
                        Columns.instant(row, "created_at"),
                        Columns.instantOrNull(row, "send_at"),
                        Columns.instantOrNull(row, "sent_at"),
                        Columns.instantOrNull(row, "ended_at")));
    }

    private static Sender sender(ResultSet row) throws SQLException {
        return new Sender(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("user_name"),
                row.getString("driver"));
    }

    private static @Nullable Trouble trouble(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return code == null ? null : new Trouble(ErrorCode.of(code), row.getString("error_detail"));
    }

    static <T> @Nullable T known(ResultSet row, String column, Function<String, T> of) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : of.apply(text);
    }
}
