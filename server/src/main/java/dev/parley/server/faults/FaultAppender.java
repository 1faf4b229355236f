package dev.parley.server.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;

/** Every error in the log that has a place in the code. */
final class FaultAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final String CORRELATION = "correlation_id";

    @Override
    protected void append(ILoggingEvent line) {
        if (line.getLevel().isGreaterOrEqual(Level.ERROR) && line.getThrowableProxy() instanceof ThrowableProxy fault) {
            var event = new SentryEvent(fault.getThrowable());
            event.setLevel(SentryLevel.ERROR);
            event.setLogger(line.getLoggerName());
            event.setMessage(words(line));
            var correlation = line.getMDCPropertyMap().get(CORRELATION);
            if (correlation != null) {
                event.setTag(CORRELATION, correlation);
            }
            Sentry.captureEvent(event);
        }
    }

    /** The line before anything was put into it. */
    private static Message words(ILoggingEvent line) {
        var message = new Message();
        message.setMessage(line.getMessage());
        return message;
    }
}
