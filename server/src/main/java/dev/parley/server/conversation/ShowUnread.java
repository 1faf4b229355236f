package dev.parley.server.conversation;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says on every page how many conversations are unread. */
@Configuration(proxyBeanMethods = false)
class ShowUnread implements WebMvcConfigurer, HandlerInterceptor {

    private final Tenancy tenancy;
    private final ReadConversations read;

    ShowUnread(Tenancy tenancy, ReadConversations read) {
        this.tenancy = tenancy;
        this.read = read;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && isWhole(page, request) && mayLook()) {
            Shell.current()
                    .here()
                    .map(WorkspaceId::of)
                    .ifPresent(here -> Shell.unread(request, tenancy.in(here, read::unread)));
        }
    }

    /** Of a page that is fetched for a part of it, the frame is thrown away. */
    private static boolean isWhole(ModelAndView page, HttpServletRequest request) {
        var view = page.getViewName();
        return view != null && !view.startsWith("redirect:") && request.getHeader("HX-Request") == null;
    }

    private static boolean mayLook() {
        return SignedIn.ifAny()
                .filter(who -> !who.person().mustChangePassword())
                .isPresent();
    }
}
