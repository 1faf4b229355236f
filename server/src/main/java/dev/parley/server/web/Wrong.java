package dev.parley.server.web;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is wrong with a form, for the page that shows it again.
 *
 * @param refused null as long as nothing is
 */
public record Wrong(@Nullable BotException refused) {

    private static final Wrong NOTHING = new Wrong(null);

    public Wrong {
        // Whoever may not do it at all has nothing to mend in the form.
        if (refused != null && refused.code() == ErrorCode.FORBIDDEN) {
            throw refused;
        }
    }

    public static Wrong nothing() {
        return NOTHING;
    }

    /** One field that is not right. */
    public static Wrong field(String name, String message) {
        return new Wrong(refusal(name, message));
    }

    /** The same, to be thrown. */
    public static BotException refusal(String field, String message) {
        return Refusals.field(field, message);
    }

    /** Refuses what the form's constraints forbid, as the API does. */
    public static void refuse(BindingResult form) {
        if (form.hasErrors() && Refusals.of(new BindException(form)) instanceof BotException refused) {
            throw refused;
        }
    }

    /** What to say at this field, or null. */
    public @Nullable String at(String field) {
        return refused == null
                ? null
                : refused.refusal().fields().stream()
                        .filter(wrong -> wrong.field().equals(field))
                        .map(BotException.Field::message)
                        .findFirst()
                        .orElse(null);
    }

    /** The refusal, unless what is wrong is said at these fields of the form. */
    public @Nullable BotException beyond(String... shown) {
        if (refused == null) {
            return null;
        }
        var fields = refused.refusal().fields();
        var isSaid = !fields.isEmpty()
                && fields.stream().map(BotException.Field::field).allMatch(List.of(shown)::contains);
        return isSaid ? null : refused;
    }

    /** For a page: what an API's caller is told in detail may be raw. */
    public static String sentence(BotException refused) {
        var code = refused.code();
        return code == ErrorCode.VALIDATION_FAILED
                ? Objects.requireNonNullElse(refused.getMessage(), code.description())
                : code.description();
    }

    /** The page answers with the refusal's status. */
    public ModelAndView on(ModelAndView page) {
        if (refused != null) {
            page.setStatus(HttpStatusCode.valueOf(refused.code().status()));
        }
        return page.addObject("wrong", this);
    }
}
