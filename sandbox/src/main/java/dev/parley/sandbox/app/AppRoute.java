package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** What every call of the app goes through: headers, script, the call itself, the journal, and then the socket. */
record AppRoute(Call call, boolean needsAppHeaders, AppRoutes.Open handler) {
    private static final HeaderName SET_MID = HeaderNames.create("ig-set-x-mid");
    private static final HeaderName SET_RUR = HeaderNames.create("ig-set-ig-u-rur");
    private static final HeaderName SET_CLAIM = HeaderNames.create("x-ig-set-www-claim");
    private static final HeaderName MID = HeaderNames.create("X-MID");
    private static final int LONGEST_MID = 64;

    void serve(ServerRequest request, ServerResponse response, SandboxState state) {
        var asked = new AppRequest(request, state);
        Answer answer = withContext(answer(asked), asked);
        state.journal().flush();
        answer.send(response);
    }

    private Answer answer(AppRequest request) {
        Optional<String> missing = needsAppHeaders ? RequiredHeaders.missingIn(request) : Optional.empty();
        if (missing.isPresent()) {
            return Refusals.badRequest("The app sends the header " + missing.get());
        }
        try {
            return scripted(request).map(fault -> answer(request, fault)).orElseGet(() -> handler.answer(request));
        } catch (MalformedBody e) {
            return Refusals.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Optional<ScriptedFault> scripted(AppRequest request) {
        SandboxState state = request.state();
        if (state.script().isEmpty()) {
            return Optional.empty();
        }
        String account = request.account().map(Account::username).orElse(null);
        return state.script().next(call, account, state.journal());
    }

    private Answer answer(AppRequest request, ScriptedFault fault) {
        request.hitBy(fault);
        if (!fault.afterEffect()) {
            fault.letWait();
        }
        Answer right = handler.answer(request);
        if (fault.afterEffect()) {
            request.state().journal().flush();
            fault.letWait();
        }
        return FaultAnswers.of(fault, call, request, right);
    }

    private static Answer withContext(Answer answer, AppRequest request) {
        return request.session()
                .map(session -> answer.with(SET_MID, session.mid())
                        .with(SET_RUR, session.rur())
                        .with(SET_CLAIM, session.claim()))
                .orElseGet(() -> answer.with(SET_MID, mid(request)));
    }

    private static String mid(AppRequest request) {
        String mid = request.header(MID);
        boolean usable = !mid.isEmpty() && mid.length() <= LONGEST_MID;
        return usable ? mid : Session.mid(request.deviceInHeaders());
    }
}
