package dev.parley.sandbox.admin;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.ChallengeFlow;
import dev.parley.sandbox.account.Device;
import dev.parley.sandbox.account.OutboxCode;
import dev.parley.sandbox.account.Protection;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.account.Totp;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts that sign in, the codes sent to them, and new accounts by the thousand. */
final class AccountsCalls {
    static final int MOST_AT_ONCE = 20_000;
    private static final String PREFIX = "[a-z0-9_]{1,20}";

    private AccountsCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/accounts", AccountsCalls::list);
        routes.post("/accounts", AccountsCalls::make);
        routes.get("/outbox", AccountsCalls::outbox);
        routes.post("/challenge-flow", AccountsCalls::challengeFlow);
    }

    private static Answer challengeFlow(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("account", "flow"));
        Account account = known(body.requiredText("account"), state);
        String flow = body.requiredText("flow");
        state.challengeFlows()
                .set(
                        account,
                        ChallengeFlow.labelled(flow)
                                .orElseThrow(() -> new BadRequest(
                                        "Unknown flow " + flow + "; known are " + ChallengeFlow.labels())),
                        state.journal());
        return Answer.ok(Json.object("account", account.username(), "flow", flow));
    }

    private static Account known(String username, SandboxState state) {
        return state.accounts().withUsername(username).orElseThrow(() -> new BadRequest("Unknown account " + username));
    }

    private static Answer list(ServerRequest request, SandboxState state) {
        return Answer.ok(state.accounts().fixed().stream()
                .map(account -> json(account, state))
                .toList());
    }

    private static Answer make(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("prefix", "count", "signed_in"));
        String prefix = body.requiredText("prefix");
        if (!prefix.matches(PREFIX)) {
            throw new BadRequest("prefix must match " + PREFIX);
        }
        int count = body.integer("count", 1, MOST_AT_ONCE)
                .map(Math::toIntExact)
                .orElseThrow(() -> new BadRequest("count is missing"));
        boolean signedIn = body.flag("signed_in").orElse(true);
        return Answer.json(201, made(state.makeAccounts(prefix, count, signedIn), signedIn));
    }

    private static Answer outbox(ServerRequest request, SandboxState state) {
        String username = request.query().first("account").orElseThrow(() -> new BadRequest("account is missing"));
        Account account = known(username, state);
        return Answer.ok(
                state.outbox().of(account).stream().map(AccountsCalls::json).toList());
    }

    private static List<Map<String, @Nullable Object>> made(List<Session> sessions, boolean signedIn) {
        return sessions.stream().map(session -> json(session, signedIn)).toList();
    }

    private static Map<String, @Nullable Object> json(Session session, boolean signedIn) {
        Account account = session.account();
        Map<String, @Nullable Object> made =
                Json.object("username", account.username(), "user_id", Long.toString(account.id()));
        if (signedIn) {
            made.put("session", json(session));
        }
        return made;
    }

    private static Map<String, @Nullable Object> json(Session session) {
        return Json.object(
                "authorization", session.authorization(),
                "sessionid", session.sessionId(),
                "ds_user_id", Long.toString(session.account().id()),
                "csrftoken", session.csrfToken(),
                "mid", session.mid(),
                "rur", session.rur(),
                "www_claim", session.claim(),
                "device", json(session.device()));
    }

    private static Map<String, @Nullable Object> json(Device device) {
        return Json.object(
                "uuid",
                device.uuid(),
                "phone_id",
                device.phoneId(),
                "advertising_id",
                device.advertisingId(),
                "android_device_id",
                device.androidId());
    }

    private static Map<String, @Nullable Object> json(OutboxCode code) {
        return Json.object(
                "code", code.code(), "channel", code.channel(), "at", code.at().toString());
    }

    private static Map<String, @Nullable Object> json(Account account, SandboxState state) {
        Map<String, @Nullable Object> json = Json.object(
                "username", account.username(),
                "user_id", Long.toString(account.id()),
                "password", Account.PASSWORD,
                "protection", account.protection().name().toLowerCase(Locale.ROOT));
        if (account.protection() == Protection.TOTP) {
            json.put("totp_secret", Account.TOTP_SECRET);
            json.put("totp_code", Totp.code(Account.TOTP_SECRET, state.clock().instant()));
        }
        if (!state.backupCodes().of(account).isEmpty()) {
            json.put("backup_codes", state.backupCodes().of(account));
        }
        return json;
    }
}
