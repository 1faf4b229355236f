package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Shell;
import dev.parley.server.web.StillSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in whoever has what the handler {@link Needs}; what states nothing is not there. */
@Component
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {

    private final WorkspaceInUse inUse;
    private final Workspaces workspaces;
    private final Map<HandlerMethod, Optional<Needs>> stated = new ConcurrentHashMap<>();

    Doorkeeper(WorkspaceInUse inUse, Workspaces workspaces) {
        this.inUse = inUse;
        this.workspaces = workspaces;
    }

    /** The API's own description is not of our making; the security rules open it. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/openapi.json", "/api/openapi.json.yaml");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            if (!request.getRequestURI().startsWith("/api/")) {
                SignedIn.ifAny().ifPresent(who -> frame(who, request));
            }
            var needed = neededBy(method);
            SignedIn.ifAny().ifPresent(who -> checkToken(who, needed));
            check(needed.value(), request);
        }
        return true;
    }

    static Optional<Needs> statedBy(HandlerMethod handler) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class)));
    }

    private Needs neededBy(HandlerMethod handler) {
        return stated.computeIfAbsent(handler, Doorkeeper::statedBy)
                .orElseThrow(() -> new BotException(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.description()));
    }

    private static void checkToken(SignedIn who, Needs needed) {
        if (!who.mayUse(needed.value())) {
            throw tooNarrow(
                    needed.value() == Right.SIGN_IN
                            ? "This concerns its person alone: no program's token does it."
                            : "This needs a token with the right %s.".formatted(needed.value()));
        }
        if (needed.acrossAccounts() && !who.reach().isAll()) {
            throw tooNarrow("This concerns all accounts of the workspace, and the token is for chosen ones.");
        }
    }

    private static BotException tooNarrow(String why) {
        return new BotException(ErrorCode.TOKEN_TOO_NARROW, why);
    }

    private void check(Right needed, HttpServletRequest request) {
        switch (needed) {
            case NOTHING -> {}
            case SIGN_IN -> whoever();
            case ADMINISTER -> requireAdministrator();
            case READ, RUN, CONNECT, ADJUST, INVITE, GOVERN -> requireRole(needed, request);
        }
    }

    private static SignedIn whoever() {
        return SignedIn.ifAny()
                .orElseThrow(() -> new BotException(ErrorCode.NOT_SIGNED_IN, ErrorCode.NOT_SIGNED_IN.description()));
    }

    private static void requireAdministrator() {
        if (!whoever().person().isAdmin()) {
            throw new BotException(ErrorCode.FORBIDDEN, "This is for administrators of the instance.");
        }
    }

    private void requireRole(Right needed, HttpServletRequest request) {
        var who = whoever();
        var membership = inUse.of(who, request);
        require(membership, needed);
        var former = StillSignedIn.of(request);
        StillSignedIn.put(
                request,
                () -> former.getAsBoolean() && workspaces.isMember(who.person().id(), membership.id()));
    }

    static void require(Membership membership, Right needed) {
        if (!membership.role().may(needed)) {
            throw new BotException(
                    ErrorCode.FORBIDDEN,
                    "This needs the role %s in the workspace, and you are %s there."
                            .formatted(
                                    WorkspaceRole.leastWith(needed).stored(),
                                    membership.role().stored()));
        }
    }

    private void frame(SignedIn who, HttpServletRequest request) {
        var here = inUse.ifAny(who, request);
        var places = inUse.all(who, request).stream()
                .map(place -> new Shell.Place(
                        place.id().toString(),
                        place.name(),
                        here.filter(place::equals).isPresent()))
                .toList();
        Shell.put(
                request,
                new Shell.Stay(places, here.map(place -> place.role().rights()).orElse(Set.of())));
    }
}
