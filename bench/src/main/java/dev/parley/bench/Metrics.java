package dev.parley.bench;

import dev.parley.cli.instance.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server process tells Prometheus of itself. */
record Metrics(List<String> lines) {

    private static final Pattern BOUND = Pattern.compile("le=\"([^\"]+)\"");

    static Metrics of(ServerProcess node) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(node.management().resolve("/actuator/prometheus"))
                    .build();
            return new Metrics(http.send(asked, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList());
        }
    }

    /** Of all lines that begin so. */
    double sum(String beginning) {
        return begin(beginning).mapToDouble(Metrics::value).sum();
    }

    Buckets buckets(String timer) {
        var counts = new TreeMap<Double, Double>();
        begin(timer + "_bucket").forEach(line -> {
            var bound = BOUND.matcher(line);
            if (bound.find()) {
                var seconds =
                        bound.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound.group(1));
                counts.merge(seconds, value(line), Double::sum);
            }
        });
        return new Buckets(counts);
    }

    private Stream<String> begin(String beginning) {
        return lines.stream().filter(line -> line.startsWith(beginning));
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
