package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures on request. */
final class ScriptCalls {
    private static final Set<String> FIELDS =
            Set.of("account", "call", "fault", "times", "after_effect", "delay_ms", "error");
    private static final int CREATED = 201;

    private ScriptCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/script", ScriptCalls::list);
        routes.post("/script", ScriptCalls::add);
        routes.delete("/script", ScriptCalls::clear);
    }

    private static Answer list(ServerRequest request, SandboxState state) {
        return Answer.ok(state.script().active().stream().map(ScriptCalls::json).toList());
    }

    private static Answer add(ServerRequest request, SandboxState state) {
        ScriptedFault fault = sensible(AdminBody.of(request, FIELDS), state);
        return Answer.json(CREATED, json(state.script().add(fault, state.journal())));
    }

    private static Answer clear(ServerRequest request, SandboxState state) {
        state.script().clear(state.journal());
        return Answer.ok(Json.object());
    }

    private static ScriptedFault sensible(AdminBody body, SandboxState state) {
        try {
            return read(body, state);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static ScriptedFault read(AdminBody body, SandboxState state) {
        String call = body.requiredText("call");
        String fault = body.requiredText("fault");
        Fault known = Fault.labelled(fault)
                .orElseThrow(() -> new BadRequest("Unknown fault " + fault + "; known are " + Fault.labels()));
        return new ScriptedFault(
                body.text("account").map(account -> known(account, state)).orElse(null),
                Call.labelled(call)
                        .orElseThrow(() -> new BadRequest("Unknown call " + call + "; known are " + Call.labels())),
                known,
                body.integer("times", 1, ScriptedFault.MOST_TIMES)
                        .map(Math::toIntExact)
                        .orElse(null),
                body.flag("after_effect").orElse(false),
                body.integer("delay_ms", 0, ScriptedFault.LONGEST_DELAY.toMillis())
                        .map(Duration::ofMillis)
                        .orElse(ScriptedFault.defaultDelay(known)),
                body.text("error").orElse(null));
    }

    private static String known(String account, SandboxState state) {
        if (state.accounts().withUsername(account).isEmpty()) {
            throw new BadRequest("Unknown account " + account);
        }
        return account;
    }

    static Map<String, @Nullable Object> json(ScriptedFault fault) {
        return Json.object(
                "account", fault.account(),
                "call", fault.call().label(),
                "fault", fault.fault().label(),
                "times", fault.times(),
                "after_effect", fault.afterEffect(),
                "delay_ms", fault.delay().toMillis(),
                "error", fault.error());
    }
}
