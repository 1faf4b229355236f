package dev.parley.server.web;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/** Reads no more of a body than it may hold, whatever length it announced. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final DataSize max;
    private @Nullable ServletInputStream body;

    private BoundedRequest(HttpServletRequest request, DataSize max) {
        super(request);
        this.max = max;
    }

    static HttpServletRequest of(HttpServletRequest request, DataSize max) {
        if (request.getContentLengthLong() > max.toBytes()) {
            throw tooLarge(max);
        }
        return new BoundedRequest(request, max);
    }

    private static BotException tooLarge(DataSize max) {
        return new BotException(
                ErrorCode.BODY_TOO_LARGE, "The request's body is larger than " + max.toKilobytes() + " KiB.");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Bounded(super.getInputStream(), max);
        }
        return body;
    }

    /** A call without a body counts as one with an empty JSON object, which needs no content type of its own. */
    @Override
    public @Nullable String getContentType() {
        var type = super.getContentType();
        return type == null && isEmptyApiCall() ? "application/json" : type;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
    }

    private boolean isEmptyApiCall() {
        return ErrorAnswers.isApi(this)
                && getContentLengthLong() <= 0
                && super.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize max;
        private long read;

        Bounded(ServletInputStream body, DataSize max) {
            this.body = body;
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = body.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > max.toBytes()) {
                throw tooLarge(max);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
