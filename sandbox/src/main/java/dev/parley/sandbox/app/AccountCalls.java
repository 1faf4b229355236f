package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account that is signed in. */
final class AccountCalls {

    private AccountCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/accounts/current_user", Call.CURRENT_USER, AccountCalls::currentUser);
    }

    private static Answer currentUser(AppRequest request, Session session) {
        Account account = session.account();
        Map<String, @Nullable Object> user = UserJson.in(request).profile(account.person());
        user.putAll(Json.object("email", account.email(), "phone_number", "", "gender", 3, "birthday", null));
        return Answer.ok(Json.object("user", user, "status", "ok"));
    }
}
