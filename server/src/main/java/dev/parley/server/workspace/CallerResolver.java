package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the person who calls, in the workspace that the request names or in their own; an Optional also for strangers. */
@Component
class CallerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String HEADER = "X-Workspace";

    private final Workspaces workspaces;

    CallerResolver(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.isOptional()
                ? SignedIn.ifAny().map(signedIn -> caller(signedIn, request))
                : caller(SignedIn.current(), request);
    }

    private Caller caller(SignedIn signedIn, NativeWebRequest request) {
        var person = signedIn.person();
        return new Caller(person.id(), person.username(), person.isAdmin(), workspace(person.id(), request));
    }

    private WorkspaceId workspace(UserId user, NativeWebRequest request) {
        var asked = request.getHeader(HEADER);
        if (asked == null) {
            return workspaces
                    .personal(user)
                    .orElseThrow(() -> new IllegalStateException("No personal workspace of " + user));
        }
        var workspace = parse(asked);
        if (!workspaces.isMember(user, workspace)) {
            throw unknown(asked);
        }
        return workspace;
    }

    private static WorkspaceId parse(String asked) {
        try {
            return WorkspaceId.of(asked);
        } catch (IllegalArgumentException malformed) {
            throw unknown(asked);
        }
    }

    private static BotException unknown(String asked) {
        return new BotException(ErrorCode.WORKSPACE_NOT_FOUND, "You belong to no workspace with the id " + asked + ".");
    }
}
