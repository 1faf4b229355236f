package dev.parley.sandbox;

import dev.parley.sandbox.admin.AdminApi;
import dev.parley.sandbox.admin.LookAround;
import dev.parley.sandbox.app.AppApi;
import dev.parley.sandbox.graph.Dashboard;
import dev.parley.sandbox.graph.GraphApi;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.transport.DoorCalls;
import dev.parley.sandbox.transport.Doors;
import dev.parley.sandbox.transport.HostDoors;
import dev.parley.sandbox.transport.SecureDoors;
import dev.parley.sandbox.website.WebsiteCalls;
import dev.parley.sandbox.website.WebsitePages;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import org.jspecify.annotations.Nullable;

/** The ports at which the sandbox listens; the same world is behind each. */
final class FrontDoors implements AutoCloseable {
    private final CurrentState current;
    private final Dashboard dashboard;
    private final DoorSettings settings;
    private final @Nullable SecureDoors secure;
    private final WebServer http;

    FrontDoors(CurrentState current, Dashboard dashboard, DoorSettings settings) {
        this.current = current;
        this.dashboard = dashboard;
        this.settings = settings;
        secure = settings.secure() == null ? null : new SecureDoors(settings.dataDir());
        http = server();
    }

    FrontDoors open() {
        http.start();
        DoorSettings.Secure ports = settings.secure();
        if (secure != null && ports != null) {
            secure.openProxy(settings.host(), ports.proxyPort(), http.port(SecureDoors.LISTENER));
            doors().writeTo(settings.dataDir());
        }
        return this;
    }

    int port() {
        return http.port();
    }

    Doors doors() {
        String host = settings.host();
        return secure == null
                ? Doors.plain(host, port())
                : Doors.all(host, port(), http.port(SecureDoors.LISTENER), secure);
    }

    @Override
    public void close() {
        if (secure != null) {
            secure.close();
        }
        http.stop();
    }

    private WebServer server() {
        var server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .maxPayloadSize(BodyLimit.ABSURD_BYTES)
                .shutdownHook(false)
                .routing(this::route);
        DoorSettings.Secure ports = settings.secure();
        if (secure != null && ports != null) {
            server.putSocket(SecureDoors.LISTENER, secured(secure, ports.httpsPort()));
        }
        return server.build();
    }

    private ListenerConfig secured(SecureDoors doors, int port) {
        return ListenerConfig.builder()
                .host(settings.host())
                .port(port)
                .maxPayloadSize(BodyLimit.ABSURD_BYTES)
                .tls(doors.tls())
                .routing(this::route)
                .build();
    }

    private void route(HttpRouting.Builder routing) {
        routing.addFilter(new BodyLimit())
                .register(new HostDoors())
                .register(new WebsiteCalls(current), new AppApi(current), new GraphApi(current))
                .register(new LookAround(current), new DoorCalls(this::doors), new AdminApi(current, dashboard))
                .register(new WebsitePages(current));
    }
}
