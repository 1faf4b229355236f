package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened, with the names as they were then. */
public record Activity(
        String action,
        Status status,
        Where where,
        Who who,
        @Nullable String subject,
        @Nullable ErrorCode code,
        @Nullable String message,
        @Nullable Throwable cause,
        @Nullable String correlationId,
        Map<String, Object> metadata) {

    public record Where(
            @Nullable WorkspaceId workspace,
            @Nullable AccountId account,
            @Nullable String accountName) {}

    public record Who(@Nullable UserId user, @Nullable String name) {}

    public static Builder of(String action, Status status) {
        return new Builder(action, status);
    }

    public static final class Builder {

        private final String action;
        private final Status status;
        private final Map<String, Object> metadata = new LinkedHashMap<>();
        private @Nullable WorkspaceId workspace;
        private @Nullable AccountId account;
        private @Nullable String accountName;
        private Who who = new Who(null, null);
        private @Nullable String subject;
        private @Nullable ErrorCode code;
        private @Nullable String message;
        private @Nullable Throwable cause;
        private @Nullable String correlationId;

        private Builder(String action, Status status) {
            this.action = action;
            this.status = status;
        }

        public Builder in(WorkspaceId workspace) {
            this.workspace = workspace;
            return this;
        }

        public Builder by(@Nullable UserId user, @Nullable String name) {
            this.who = new Who(user, name);
            return this;
        }

        public Builder on(AccountId account, String name) {
            this.account = account;
            this.accountName = name;
            return this;
        }

        /** Whom or what it concerned: a username, a hashtag. */
        public Builder about(@Nullable String subject) {
            this.subject = subject;
            return this;
        }

        public Builder code(@Nullable ErrorCode code) {
            this.code = code;
            return this;
        }

        public Builder message(@Nullable String message) {
            this.message = message;
            return this;
        }

        public Builder refused(BotException refusal) {
            this.code = refusal.code();
            this.message = refusal.getMessage();
            this.cause = refusal;
            return this;
        }

        /** A mistake of ours: its place in the code is kept, and its trace. */
        public Builder bug(Throwable bug) {
            this.code = ErrorCode.BUG;
            this.message = bug.getClass().getName();
            this.cause = bug;
            return this;
        }

        /** The id of the request or job that caused it, where it is not the current one. */
        public Builder correlation(@Nullable String correlationId) {
            this.correlationId = correlationId;
            return this;
        }

        public Builder with(String key, Object value) {
            metadata.put(key, value);
            return this;
        }

        public Activity build() {
            return new Activity(
                    action,
                    status,
                    new Where(workspace, account, accountName),
                    who,
                    subject,
                    code,
                    message,
                    cause,
                    correlationId,
                    Map.copyOf(metadata));
        }
    }
}
