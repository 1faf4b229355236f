package dev.parley.sandbox.website.page;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** What every page and call of the website goes through: script, the handler, cookies, the journal, and then the socket. */
record WebRoute(Call call, boolean isPage, WebRoutes.Open handler) {
    private static final String WEBSITE = "www.instagram.com";

    /** What an app asks goes on to the app's own calls, some of which have the same paths. */
    void serve(ServerRequest request, ServerResponse response, SandboxState state) {
        if (!isForWebsite(request)) {
            response.next();
            return;
        }
        var visit = new Visit(request, state);
        Answer answer = WebCookies.keep(answer(visit), visit);
        state.journal().flush();
        answer.send(response);
    }

    static String host(ServerRequest request) {
        return request.authority().replaceFirst(":\\d+$", "");
    }

    private boolean isForWebsite(ServerRequest request) {
        String agent = request.headers().value(HeaderNames.USER_AGENT).orElse("");
        return host(request).equals(WEBSITE)
                || agent.startsWith("Mozilla/")
                || (isPage && !agent.startsWith("Instagram "));
    }

    private Answer answer(Visit visit) {
        return scripted(visit).map(fault -> answer(visit, fault)).orElseGet(() -> handler.answer(visit));
    }

    private Optional<ScriptedFault> scripted(Visit visit) {
        SandboxState state = visit.state();
        if (state.script().isEmpty()) {
            return Optional.empty();
        }
        String account = visit.session()
                .map(session -> session.account().username())
                .or(() -> state.accounts().withUsername(visit.field("username")).map(Account::username))
                .or(() -> visit.remembered().map(Account::username))
                .orElse(null);
        return state.script().next(call, account, state.journal());
    }

    private Answer answer(Visit visit, ScriptedFault fault) {
        visit.hitBy(fault);
        if (!fault.afterEffect()) {
            fault.letWait();
        }
        Answer right = handler.answer(visit);
        if (fault.afterEffect()) {
            visit.state().journal().flush();
            fault.letWait();
        }
        return isPage ? FaultPages.of(fault, visit, right) : FaultReplies.of(fault, visit, right);
    }
}
