package dev.parley.server.workspace;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.CallRefused;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts into the trail what people were refused for want of a right: into a workspace's part where their role there was not enough, else
 * into the instance's.
 */
@Component
class AuditRefusals {

    private static final Set<ErrorCode> FOR_WANT_OF_A_RIGHT = Set.of(
            ErrorCode.FORBIDDEN, ErrorCode.TOKEN_TOO_NARROW, ErrorCode.CSRF_REFUSED, ErrorCode.WORKSPACE_NOT_FOUND);

    private static final int PLAIN_SEGMENTS = 3;

    private final AuditTrail trail;
    private final WorkspaceInUse inUse;
    private final Tenancy tenancy;

    AuditRefusals(AuditTrail trail, WorkspaceInUse inUse, Tenancy tenancy) {
        this.trail = trail;
        this.inUse = inUse;
        this.tenancy = tenancy;
    }

    @EventListener
    void refused(CallRefused call) {
        if (!FOR_WANT_OF_A_RIGHT.contains(call.code())) {
            return;
        }
        var request = call.request();
        var who = SignedIn.ifAny();
        var audited = Audited.of("call").on(null, place(request)).refused(call.code());
        var told = who.map(SignedIn::person)
                .map(person -> audited.by(person.id(), person.username()))
                .orElse(audited);
        who.filter(me -> call.code() == ErrorCode.FORBIDDEN && isAboutRole(request))
                .flatMap(me -> inUse.ifAny(me, request))
                .ifPresentOrElse(membership -> record(told, membership.id()), () -> record(told));
    }

    private void record(Audited told, WorkspaceId workspace) {
        tenancy.run(workspace, () -> trail.record(told.in(workspace)));
    }

    private void record(Audited told) {
        tenancy.unbound(() -> {
            trail.record(told);
            return true;
        });
    }

    private static boolean isAboutRole(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && Doorkeeper.statedBy(handler)
                        .map(Needs::value)
                        .filter(right -> right.compareTo(Right.READ) >= 0)
                        .isPresent();
    }

    /** As the route is written, or only how the address begins: the rest of it may name somebody. */
    private static String place(HttpServletRequest request) {
        var known = Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString);
        return request.getMethod() + " " + known.orElseGet(() -> beginning(request.getRequestURI()));
    }

    private static String beginning(String path) {
        var segments = path.split("/", -1);
        return segments.length <= PLAIN_SEGMENTS
                ? path
                : String.join("/", List.of(segments).subList(0, PLAIN_SEGMENTS)) + "/…";
    }
}
