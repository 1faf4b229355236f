package dev.parley.server.bot;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.Consumed;
import org.springframework.stereotype.Component;

/** What a bot does, as people read it in the activity log. */
@Component
class Notes {

    private final ActivityLog log;

    Notes(ActivityLog log) {
        this.log = log;
    }

    <T> void ended(BotInstance bot, Action action, Ending<T> ending) {
        log.record(
                switch (ending) {
                    case Ending.Succeeded<T> e ->
                        about(bot, action, Status.SUCCEEDED).build();
                    case Ending.Skipped<T> e ->
                        about(bot, action, Status.SKIPPED)
                                .code(e.reason())
                                .message(e.detail())
                                .build();
                    case Ending.Failed<T> e ->
                        about(bot, action, Status.FAILED)
                                .code(e.code())
                                .message(e.detail())
                                .build();
                    case Ending.Unconfirmed<T> e ->
                        about(bot, action, Status.UNCONFIRMED)
                                .code(ErrorCode.ACTION_UNCONFIRMED)
                                .message(e.detail())
                                .build();
                });
    }

    /** Not the end of the action, but something that people should know. */
    void refused(BotInstance bot, Action action, ErrorCode code, String detail) {
        log.record(about(bot, action, Status.WARNING).code(code).message(detail).build());
    }

    void limitNear(BotInstance bot, Action action, String limit, Consumed.Granted granted) {
        log.record(about(bot, action, Status.WARNING)
                .code(near(limit))
                .message("%d of %d used in this hour, %d of %d in 24 hours"
                        .formatted(
                                granted.hour().used(),
                                granted.hour().limit(),
                                granted.day().used(),
                                granted.day().limit()))
                .build());
    }

    private static ErrorCode near(String limit) {
        return switch (limit) {
            case "follow" -> ErrorCode.FOLLOW_LIMIT_NEAR;
            case "like" -> ErrorCode.LIKE_LIMIT_NEAR;
            case "story_view" -> ErrorCode.STORY_LIMIT_NEAR;
            case "unfollow" -> ErrorCode.UNFOLLOW_LIMIT_NEAR;
            default -> ErrorCode.MESSAGE_LIMIT_NEAR;
        };
    }

    private static Activity.Builder about(BotInstance bot, Action action, Status status) {
        var activity = Activity.of(action.kind(), status)
                .in(bot.workspace())
                .by(action.user(), action.user().equals(bot.user()) ? bot.userName() : null)
                .on(bot.account(), bot.accountName())
                .about(action.target())
                .correlation(action.correlationId());
        return action.job() == null
                ? activity
                : activity.with("job_id", action.job().toString());
    }
}
