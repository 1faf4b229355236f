package dev.parley.server.quota;

import static java.util.stream.Collectors.partitioningBy;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Sets what everybody, a person, a workspace or an account may do, from the next action on. Joins the caller's transaction. */
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

    /** Actions that are not named stay as they are. */
    void set(Whose whose, List<Limit> changed) {
        refuseWhatIsWrong(whose, changed);
        var before = limits.of(whose);
        var limiting = changed.stream().collect(partitioningBy(Limit::limitsSomething));
        store(whose, limiting.getOrDefault(true, List.of()));
        limits.clear(whose, actions(limiting.getOrDefault(false, List.of())));
        told(whose, before);
    }

    private void store(Whose whose, List<Limit> limiting) {
        try {
            limits.set(whose, limiting);
        } catch (DataIntegrityViolationException missing) {
            throw whose instanceof Whose.Person(UserId user)
                    ? new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + user + ".")
                    : missing;
        }
    }

    private void told(Whose whose, List<Limit> before) {
        audit.changed(whose, before, limits.of(whose));
        events.publishEvent(new LimitsChanged(whose.workspace()));
    }

    private void refuseWhatIsWrong(Whose whose, List<Limit> changed) {
        var known = known();
        refuse(wrong(
                changed,
                "action",
                limit -> !known.contains(limit.action()),
                "unknown; one of " + String.join(", ", known)));
        refuse(
                actions(changed).stream().distinct().count() == changed.size()
                        ? Stream.empty()
                        : Stream.of(new Field("limits", "names an action twice")));
        if (whose instanceof Whose.Everybody) {
            refuse(Stream.concat(
                    wrong(
                            changed,
                            "per_hour",
                            limit -> limit.perHour() == null,
                            "must be there: these are the defaults"),
                    wrong(
                            changed,
                            "per_day",
                            limit -> limit.perDay() == null,
                            "must be there: these are the defaults")));
        }
    }

    /** The actions that are limited, in order. */
    List<String> known() {
        return actions(limits.of(new Whose.Everybody()));
    }

    private static List<String> actions(List<Limit> limits) {
        return limits.stream().map(Limit::action).toList();
    }

    private static Stream<Field> wrong(List<Limit> changed, String field, Predicate<Limit> isWrong, String message) {
        return IntStream.range(0, changed.size())
                .filter(index -> isWrong.test(changed.get(index)))
                .mapToObj(index -> new Field("limits[%d].%s".formatted(index, field), message));
    }

    private static void refuse(Stream<Field> wrong) {
        var fields = wrong.toList();
        if (!fields.isEmpty()) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED, "The limits cannot be set as asked.", Refusal.of(fields));
        }
    }

    void clear(Whose whose) {
        var before = limits.of(whose);
        limits.clear(whose, actions(before));
        told(whose, before);
    }
}
