package dev.parley.sandbox.transport;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * Leads a request by the host that its client believes to be at: the app's hosts have the app's API and nothing else, those of the
 * official API are found under their names, everything else is the website. The sandbox's own paths are there on each host.
 */
public final class HostDoors implements HttpService {
    private static final int NOT_FOUND = 404;

    @Override
    public void routing(HttpRules rules) {
        rules.any(HostDoors::lead);
    }

    private static void lead(ServerRequest request, ServerResponse response) {
        String host = InstagramHosts.in(request.authority());
        String path = request.path().rawPath();
        if (path.startsWith("/_sandbox")) {
            response.next();
        } else if (isOfficial(host, path)) {
            response.reroute("/" + host + path, request.query());
        } else if (InstagramHosts.isOfTheApp(host) && !path.startsWith("/api/")) {
            Answer.json(NOT_FOUND, Json.object("message", "Not found", "status", "fail"))
                    .send(response);
        } else {
            response.next();
        }
    }

    /** Not yet led to where it belongs. */
    private static boolean isOfficial(String host, String path) {
        boolean official =
                InstagramHosts.isOfficial(host) || (InstagramHosts.isWebsite(host) && path.startsWith("/oauth/"));
        return official && !path.startsWith("/" + host + "/");
    }
}
