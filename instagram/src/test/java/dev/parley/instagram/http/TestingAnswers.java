package dev.parley.instagram.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Answers with made-up bytes instead of a connection: {@code status\nname: value\n\nbody}, several of them apart by {@link #NEXT}; what
 * does not begin like that is a body. When there are no more, the connection breaks. For one thread.
 */
public final class TestingAnswers {

    /** What stands between two answers. */
    public static final char NEXT = '\u001e';

    private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern UNSENDABLE = Pattern.compile("[\\x00-\\x1f\\x7f]");
    private static final MediaType JSON = MediaType.get("application/json");

    private final Deque<Scripted> answers = new ArrayDeque<>();
    private final Transport transport = new Transport(
            new OkHttpClient.Builder().addInterceptor(this::answer).build());

    /** The way to this peer. */
    public Transport transport() {
        return transport;
    }

    /** Forgets what was to come and answers with this from now on. */
    public void answers(byte[] bytes, int from) {
        answers.clear();
        int start = from;
        for (int at = from; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == NEXT) {
                answers.add(Scripted.in(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1)));
                start = at + 1;
            }
        }
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        Scripted next = answers.poll();
        if (next == null) {
            throw new IOException("nothing more is scripted");
        }
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(next.status)
                .message("")
                .headers(next.headers)
                .body(ResponseBody.create(next.body.getBytes(StandardCharsets.ISO_8859_1), JSON))
                .build();
    }

    private record Scripted(int status, Headers headers, String body) {

        private static final int OK = 200;

        static Scripted in(String text) {
            List<String> head = new ArrayList<>();
            int at = 0;
            int end = text.indexOf('\n');
            boolean hasHead = end > 0 && STATUS.matcher(text.substring(0, end)).matches();
            while (hasHead && end > at) {
                head.add(text.substring(at, end));
                at = end + 1;
                end = text.indexOf('\n', at);
            }
            return hasHead
                    ? new Scripted(
                            Integer.parseInt(head.getFirst()), headers(head), text.substring(end == at ? at + 1 : at))
                    : new Scripted(OK, Headers.EMPTY, text);
        }

        private static Headers headers(List<String> head) {
            Headers.Builder headers = new Headers.Builder();
            for (String line : head) {
                int colon = line.indexOf(':');
                if (colon > 0 && NAME.matcher(line.substring(0, colon)).matches()) {
                    String value = UNSENDABLE.matcher(line.substring(colon + 1)).replaceAll("");
                    headers.addUnsafeNonAscii(line.substring(0, colon), value.strip());
                }
            }
            return headers.build();
        }
    }
}
