package dev.parley.server.web;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the frameworks refuse, in the words of the catalogue. */
final class Refusals {

    private Refusals() {}

    /** Null for what nobody foresaw: a bug. */
    static @Nullable BotException of(Throwable failed) {
        return switch (failed) {
            case BotException refused -> refused;
            case HttpMessageNotReadableException unreadable -> UnreadableBody.explain(unreadable);
            case HandlerMethodValidationException invalid -> fields(Fields.of(invalid));
            case BindException invalid -> fields(Fields.of(invalid));
            case ConstraintViolationException invalid -> fields(Fields.of(invalid));
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case TypeMismatchException mismatch ->
                field(String.valueOf(mismatch.getPropertyName()), "is not a value of this kind");
            case MissingServletRequestParameterException missing -> field(missing.getParameterName(), "is missing");
            case HttpRequestMethodNotSupportedException method ->
                refuse(ErrorCode.METHOD_NOT_ALLOWED, "This address does not take " + method.getMethod() + ".");
            case HttpMediaTypeNotSupportedException _ -> refuse(ErrorCode.MEDIA_TYPE_NOT_SUPPORTED);
            case HttpMediaTypeNotAcceptableException _ -> refuse(ErrorCode.NOT_ACCEPTABLE);
            case NoResourceFoundException _, NoHandlerFoundException _ -> refuse(ErrorCode.NOT_FOUND);
            case CsrfException _ -> refuse(ErrorCode.CSRF_REFUSED);
            case AccessDeniedException _ -> refuse(ErrorCode.FORBIDDEN);
            case AuthenticationException _ -> refuse(ErrorCode.NOT_SIGNED_IN);
            case RequestRejectedException _ ->
                refuse(ErrorCode.MALFORMED_REQUEST, "The address or a header holds characters that are not taken.");
            case NestedRuntimeException failure when DatabaseOutage.isFull(failure) -> refuse(ErrorCode.DATABASE_FULL);
            case CannotCreateTransactionException _, TransactionSystemException _ ->
                refuse(ErrorCode.DATABASE_UNAVAILABLE);
            case DataAccessException failure
            when DatabaseOutage.isOne(failure) -> refuse(ErrorCode.DATABASE_UNAVAILABLE);
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                byStatus(response.getStatusCode().value());
            default -> null;
        };
    }

    /** For what is only known by its status: the container's own refusals. */
    static BotException byStatus(int status) {
        return switch (status) {
            case 401 -> refuse(ErrorCode.NOT_SIGNED_IN);
            case 403 -> refuse(ErrorCode.FORBIDDEN);
            case 404 -> refuse(ErrorCode.NOT_FOUND);
            case 405 -> refuse(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> refuse(ErrorCode.NOT_ACCEPTABLE);
            case 413 -> refuse(ErrorCode.BODY_TOO_LARGE);
            case 415 -> refuse(ErrorCode.MEDIA_TYPE_NOT_SUPPORTED);
            case 503 -> refuse(ErrorCode.DATABASE_UNAVAILABLE);
            default -> refuse(status >= 500 ? ErrorCode.BUG : ErrorCode.MALFORMED_REQUEST);
        };
    }

    static BotException refuse(ErrorCode code) {
        return refuse(code, code.description());
    }

    static BotException field(String name, String message) {
        return fields(List.of(new BotException.Field(name, message)));
    }

    private static BotException refuse(ErrorCode code, String detail) {
        return new BotException(code, detail);
    }

    private static BotException fields(List<BotException.Field> fields) {
        var names = fields.stream()
                .map(field -> field.field() + " " + field.message())
                .toList();
        return new BotException(ErrorCode.VALIDATION_FAILED, String.join("; ", names) + ".", Refusal.of(fields));
    }

    /** An id in the path that is none names nothing; elsewhere it is a wrong value. */
    private static BotException mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? refuse(ErrorCode.NOT_FOUND)
                : field(mismatch.getName(), "is not a value of this kind");
    }
}
