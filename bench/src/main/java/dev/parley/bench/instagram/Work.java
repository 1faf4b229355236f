package dev.parley.bench.instagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the parties are told: accounts that are signed in, and whom and what to ask about. Lines of fields apart by tabs. */
record Work(List<Session> sessions, List<Target> targets) {

    private static final int FOLDED = 5;

    /** A signed-in account as the sandbox hands it out. */
    record Session(
            String username,
            String userId,
            String authorization,
            Map<String, String> cookies,
            Map<String, String> ids) {

        String line() {
            return String.join("\t", username, userId, authorization, folded(cookies), folded(ids));
        }

        static Session of(String line) {
            String[] fields = line.split("\t", FOLDED);
            return new Session(fields[0], fields[1], fields[2], unfolded(fields[3]), unfolded(fields[4]));
        }

        private static String folded(Map<String, String> values) {
            return String.join(
                    " ",
                    values.entrySet().stream()
                            .map(value -> value.getKey() + "=" + value.getValue())
                            .toList());
        }

        private static Map<String, String> unfolded(String text) {
            var values = new java.util.TreeMap<String, String>();
            for (String value : text.split(" ", -1)) {
                int equals = value.indexOf('=');
                values.put(value.substring(0, equals), value.substring(equals + 1));
            }
            return values;
        }
    }

    /** Somebody, and a post of somebody's. */
    record Target(String username, String userId, String media, String code) {

        String line() {
            return String.join("\t", username, userId, media, code);
        }

        static Target of(String line) {
            String[] fields = line.split("\t", -1);
            return new Target(fields[0], fields[1], fields[2], fields[3]);
        }
    }

    void write(Path folder) throws IOException {
        Files.write(
                folder.resolve("sessions"), sessions.stream().map(Session::line).toList());
        Files.write(
                folder.resolve("targets"), targets.stream().map(Target::line).toList());
    }

    static List<Target> targets(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("targets")).stream()
                .map(Target::of)
                .toList();
    }
}
