package dev.parley.cli.doctor;

import dev.parley.cli.process.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks every call of an account's driver that changes nothing, one after the other. */
public final class Examination {

    private final ParleyApi api;

    public Examination(ParleyApi api) {
        this.api = api;
    }

    /**
     * What was found.
     *
     * @param driver through which the account is worked
     * @param lines one for each call; none holds a name or anything that was read
     */
    public record Findings(String driver, List<String> lines, boolean allAsExpected) {}

    /**
     * Stops at the first answer by which Instagram wants the account to stop.
     *
     * @param username of the account, as it is connected
     * @param progress is told each line as it is found
     */
    public Findings of(String username, Consumer<String> progress) {
        var path = "/api/accounts/%s/driver-checks".formatted(account(username));
        var offered = api.get(path).orProblem("cannot ask what can be checked");
        var lines = new ArrayList<String>();
        var fine = true;
        for (var check : offered.path("checks")) {
            var answer = api.post(path + "/" + check.asString(), Map.of());
            var line = line(check.asString(), answer);
            lines.add(line);
            progress.accept(line);
            fine &= isAsExpected(answer);
            if (!answer.isFine()) {
                break;
            }
        }
        return new Findings(offered.path("driver").asString(""), List.copyOf(lines), fine);
    }

    private String account(String username) {
        var wanted = username.replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        for (var account :
                api.get("/api/accounts").orProblem("cannot list the accounts").path("items")) {
            if (account.path("username").asString("").equals(wanted)) {
                return account.path("id").asString("");
            }
        }
        throw new Problem("no account @%s is connected in your workspace".formatted(wanted));
    }

    private static boolean isAsExpected(ParleyApi.Answer answer) {
        return answer.isFine() && answer.body().path("outcome").asString("").equals("as_expected");
    }

    private static String line(String check, ParleyApi.Answer answer) {
        return "%-18s %s".formatted(check, answer.isFine() ? told(answer.body()) : refused(answer.body()));
    }

    private static String told(JsonNode report) {
        var outcome = report.path("outcome").asString("");
        var took = report.path("took_ms").asLong(0);
        return outcome.equals("as_expected")
                ? "as expected, %d read, %d ms".formatted(report.path("read").asInt(0), took)
                : "%s, %d ms: %s".formatted(outcome, took, report.path("detail").asString(""));
    }

    private static String refused(JsonNode problem) {
        return "refused, %s %s"
                .formatted(
                        problem.path("error").asString("unknown"),
                        problem.path("error_code").asString(""));
    }
}
