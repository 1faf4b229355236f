package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The workspace that a request acts in: the one in its address, in its header, or chosen on a page; the caller's own where none is
 * named. What the caller is there is read anew for every request.
 */
@Component
class WorkspaceInUse {

    static final String HEADER = "X-Workspace";
    private static final String IN_ADDRESS = "workspace";
    private static final String CHOSEN = "workspace";
    private static final String READ = WorkspaceInUse.class.getName();

    private final Workspaces workspaces;

    WorkspaceInUse(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** Refuses with WORKSPACE_NOT_FOUND what the caller does not belong to. */
    Membership of(SignedIn who, HttpServletRequest request) {
        var asked = inAddress(request).or(() -> inHeader(request)).orElse(null);
        if (asked != null) {
            return find(who, request, isId(asked)).orElseThrow(() -> unknown(asked));
        }
        var chosen = chosen(who, request);
        return chosen == null
                ? find(who, request, Membership::personal)
                        .orElseThrow(() -> new IllegalStateException(
                                "No personal workspace of " + who.person().id()))
                : find(who, request, isId(chosen)).orElseThrow(() -> gone(request));
    }

    /** The same for a page's frame, which must not be refused. */
    Optional<Membership> ifAny(SignedIn who, HttpServletRequest request) {
        var asked = inAddress(request).or(() -> inHeader(request)).orElseGet(() -> chosen(who, request));
        return find(who, request, asked == null ? Membership::personal : isId(asked));
    }

    List<Membership> all(SignedIn who, HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Read read
                && read.user().equals(who.person().id())) {
            return read.memberships();
        }
        var memberships = workspaces.of(who.person().id());
        request.setAttribute(READ, new Read(who.person().id(), memberships));
        return memberships;
    }

    /** For this session's pages, from the next request on. */
    void choose(SignedIn who, WorkspaceId workspace, HttpServletRequest request) {
        if (find(who, request, isId(workspace.toString())).isEmpty()) {
            throw unknown(workspace.toString());
        }
        if (who.proof() instanceof SignedIn.Proof.Session) {
            request.getSession().setAttribute(CHOSEN, workspace.toString());
        }
    }

    /** Whoever has just left it is at home again. */
    void leave(WorkspaceId workspace, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && workspace.toString().equals(session.getAttribute(CHOSEN))) {
            session.removeAttribute(CHOSEN);
        }
    }

    private record Read(UserId user, List<Membership> memberships) {}

    private Optional<Membership> find(SignedIn who, HttpServletRequest request, Predicate<Membership> which) {
        return all(who, request).stream().filter(which).findFirst();
    }

    private static Predicate<Membership> isId(String written) {
        return membership -> membership.id().toString().equalsIgnoreCase(written);
    }

    private static Optional<String> inAddress(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable(variables.get(IN_ADDRESS)).map(Objects::toString)
                : Optional.empty();
    }

    private static Optional<String> inHeader(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER));
    }

    private static @Nullable String chosen(SignedIn who, HttpServletRequest request) {
        return who.proof() instanceof SignedIn.Proof.Session
                        && request.getSession().getAttribute(CHOSEN) instanceof String chosen
                ? chosen
                : null;
    }

    private static BotException unknown(String asked) {
        return new BotException(ErrorCode.WORKSPACE_NOT_FOUND, "You belong to no workspace with the id " + asked + ".");
    }

    /** Said once, so that nothing meant for the one happens in the other; then the person is at home again. */
    private static BotException gone(HttpServletRequest request) {
        request.getSession().removeAttribute(CHOSEN);
        return new BotException(
                ErrorCode.WORKSPACE_NOT_FOUND,
                "You do not belong to the workspace that you were in any more. You are in your own again.");
    }
}
