package dev.parley.server.quota;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** An administrator sets what everybody, or one person, may do. */
@Component
class ChangeLimits {

    private final Limits limits;
    private final AuditLimits audit;
    private final ApplicationEventPublisher events;

    ChangeLimits(Limits limits, AuditLimits audit, ApplicationEventPublisher events) {
        this.limits = limits;
        this.audit = audit;
        this.events = events;
    }

    void set(@Nullable UserId user, List<Limit> changed) {
        refuseUnknownActions(changed);
        refuseRepetitions(changed);
        var before = limits.of(user);
        try {
            limits.set(user, changed);
        } catch (DataIntegrityViolationException noSuchUser) {
            throw new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + user + ".");
        }
        told(user, before);
    }

    private void told(@Nullable UserId user, List<Limit> before) {
        audit.changed(user, before, limits.of(user));
        events.publishEvent(new LimitsChanged(user));
    }

    private void refuseUnknownActions(List<Limit> changed) {
        var known = limits.of(null).stream().map(Limit::action).collect(Collectors.toUnmodifiableSet());
        refuse(IntStream.range(0, changed.size())
                .filter(index -> !known.contains(changed.get(index).action()))
                .mapToObj(index -> new Field(
                        "limits[" + index + "].action",
                        "unknown; one of "
                                + String.join(", ", known.stream().sorted().toList())))
                .toList());
    }

    private static void refuseRepetitions(List<Limit> changed) {
        var distinct = changed.stream().map(Limit::action).distinct().count();
        refuse(distinct == changed.size() ? List.of() : List.of(new Field("limits", "names an action twice")));
    }

    private static void refuse(List<Field> fields) {
        if (!fields.isEmpty()) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED, "The limits cannot be set as asked.", Refusal.of(fields));
        }
    }

    void clear(UserId user) {
        var before = limits.of(user);
        limits.clear(user);
        told(user, before);
    }
}
