package dev.parley.instagram.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/** Looks names up within a time: the platform's own look-up cannot be cancelled. */
public record BoundedDns(Duration longest) implements Dns {

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        // A look-up blocks in native code: a virtual thread would take its carrier from all others for that long.
        Thread.ofPlatform().daemon().name("look-up " + hostname).start(() -> lookup(hostname, found));
        try {
            return found.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unknown(hostname, e);
        } catch (ExecutionException e) {
            throw unknown(hostname, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(hostname, e);
        }
    }

    private static void lookup(String hostname, CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(Dns.SYSTEM.lookup(hostname));
        } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private static UnknownHostException unknown(String hostname, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(hostname);
        unknown.initCause(cause);
        return unknown;
    }
}
