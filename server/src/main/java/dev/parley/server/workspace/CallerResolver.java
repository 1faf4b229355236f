package dev.parley.server.workspace;

import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the person who calls, in the workspace that the request acts in; an Optional also for strangers. Also what they are there. */
@Component
class CallerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final WorkspaceInUse inUse;

    CallerResolver(WorkspaceInUse inUse) {
        this.inUse = inUse;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class
                || parameter.getParameterType() == Membership.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Membership.class) {
            return membership(SignedIn.current(), request);
        }
        return parameter.isOptional()
                ? SignedIn.ifAny().map(signedIn -> caller(signedIn, request))
                : caller(SignedIn.current(), request);
    }

    private Caller caller(SignedIn signedIn, NativeWebRequest request) {
        var person = signedIn.person();
        var workspace = membership(signedIn, request).id();
        return new Caller(person.id(), person.username(), person.isAdmin(), workspace);
    }

    private Membership membership(SignedIn signedIn, NativeWebRequest request) {
        return inUse.of(signedIn, Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
