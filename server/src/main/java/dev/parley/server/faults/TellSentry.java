package dev.parley.server.faults;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.parley.server.core.Installation;
import dev.parley.server.core.StartRefused;
import io.sentry.Hint;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * What kind of mistake, where in the code, in which version, and the id by which its log lines are found. Not what was worked on: what an
 * exception says may hold names, texts or addresses, and stays here.
 */
@Component
class TellSentry implements DisposableBean {

    private static final long LAST_WORDS_MILLIS = 2_000;

    private final boolean isGiven;
    private final FaultAppender appender = new FaultAppender();

    TellSentry(SentrySettings settings, Installation installation, ObjectProvider<BuildProperties> build) {
        this.isGiven = settings.areGiven();
        if (isGiven) {
            var version =
                    build.stream().findFirst().map(BuildProperties::getVersion).orElse("unknown");
            init(options -> {
                options.setDsn(settings.dsn());
                options.setRelease("parley@" + version);
                options.setEnvironment(installation.instagram().name().toLowerCase(Locale.ROOT));
                options.setServerName(installation.node());
            });
            appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
            appender.start();
            root().addAppender(appender);
        }
    }

    private static void init(Sentry.OptionsConfiguration<SentryOptions> particular) {
        try {
            Sentry.init(options -> {
                particular.configure(options);
                options.setSendDefaultPii(false);
                options.setEnableAutoSessionTracking(false);
                options.setEnableUncaughtExceptionHandler(false);
                options.setEnableShutdownHook(false);
                options.setMaxBreadcrumbs(0);
                options.setShutdownTimeoutMillis(LAST_WORDS_MILLIS);
                options.setBeforeSend(TellSentry::withoutWhatWasWorkedOn);
            });
        } catch (IllegalArgumentException malformed) {
            throw new StartRefused("SENTRY_DSN is not an address like https://key@host/1.");
        }
    }

    private static SentryEvent withoutWhatWasWorkedOn(SentryEvent event, Hint hint) {
        var exceptions = event.getExceptions();
        if (exceptions != null) {
            exceptions.forEach(exception -> exception.setValue(null));
        }
        event.setUser(null);
        event.setRequest(null);
        return event;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void destroy() {
        if (isGiven) {
            root().detachAppender(appender);
            appender.stop();
            Sentry.close();
        }
    }
}
