package dev.parley.bench.instagram;

import com.github.instagram4j.instagram4j.IGClient;
import com.github.instagram4j.instagram4j.requests.IGRequest;
import com.github.instagram4j.instagram4j.requests.direct.DirectThreadsBroadcastRequest;
import com.github.instagram4j.instagram4j.requests.direct.DirectThreadsBroadcastRequest.BroadcastTextPayload;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsActionRequest;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsActionRequest.FriendshipsAction;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsShowRequest;
import com.github.instagram4j.instagram4j.requests.media.MediaActionRequest;
import com.github.instagram4j.instagram4j.requests.media.MediaActionRequest.MediaAction;
import com.github.instagram4j.instagram4j.requests.users.UsersUsernameInfoRequest;
import com.github.instagram4j.instagram4j.utils.IGUtils;
import com.github.instagram4j.instagram4j.utils.SerializableCookieJar;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The public client instagram4j, unmodified but for an interceptor that leads it to the sandbox. Favourably: all clients share connections
 * and threads, which it does not by itself.
 */
final class Instagram4jParty {

    private Instagram4jParty() {}

    public static void main(String[] args) throws Exception {
        HttpUrl sandbox = HttpUrl.get(args[0]);
        OkHttpClient shared = IGUtils.defaultHttpClientBuilder()
                .addInterceptor(chain -> redirected(chain, sandbox))
                .build();
        PartyLoop.run(args, (session, targets) -> {
            IGClient client = signedIn(shared, session);
            return number -> call(client, targets.get(number % targets.size()), number);
        });
    }

    private static IGClient signedIn(OkHttpClient shared, Work.Session session) {
        var client = new IGClient(
                session.username(),
                "unused",
                shared.newBuilder().cookieJar(new SerializableCookieJar()).build());
        client.setAuthorization(session.authorization());
        client.setGuid(session.ids().get("uuid"));
        client.setPhoneId(session.ids().get("phone_id"));
        client.setDeviceId(session.ids().get("android_device_id"));
        return client;
    }

    private static void call(IGClient client, Work.Target target, int number) {
        long person = Long.parseLong(target.userId());
        IGRequest<?> request = switch (number % Kinds.COUNT) {
            case Kinds.PROFILE -> new UsersUsernameInfoRequest(target.username());
            case Kinds.FRIENDSHIP -> new FriendshipsShowRequest(person);
            case Kinds.FOLLOW -> new FriendshipsActionRequest(person, FriendshipsAction.CREATE);
            case Kinds.LIKE -> new MediaActionRequest(target.media(), MediaAction.LIKE);
            default -> new DirectThreadsBroadcastRequest(new BroadcastTextPayload(Kinds.TEXT, person));
        };
        if (!"ok".equals(request.execute(client).join().getStatus())) {
            throw new IllegalStateException("refused: " + request.getClass().getSimpleName());
        }
    }

    private static Response redirected(Interceptor.Chain chain, HttpUrl sandbox) throws IOException {
        HttpUrl here = chain.request()
                .url()
                .newBuilder()
                .scheme(sandbox.scheme())
                .host(sandbox.host())
                .port(sandbox.port())
                .build();
        return chain.proceed(chain.request().newBuilder().url(here).build());
    }
}
