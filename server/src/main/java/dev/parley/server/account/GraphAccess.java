package dev.parley.server.account;

import dev.parley.instagram.graph.GraphDriver;
import dev.parley.instagram.graph.GraphHosts;
import dev.parley.instagram.graph.Webhooks;
import dev.parley.server.core.Installation;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The driver that speaks to the official API, Meta's own or the sandbox's; only where an app is registered. */
@Configuration(proxyBeanMethods = false)
class GraphAccess {

    @Bean(destroyMethod = "close")
    @Conditional(AppRegistered.class)
    GraphDriver graphDriver(Installation installation, GraphSettings graph, AccountSettings settings, Clock clock) {
        var driver =
                GraphDriver.builder(graph.login(), graph.app()).clock(clock).callDeadline(settings.callDeadline());
        return installation.isSandbox()
                ? driver.hosts(GraphHosts.sandbox(installation.sandboxUrl())).build()
                : driver.build();
    }

    @Bean
    @Conditional(WebhooksWanted.class)
    Webhooks graphWebhooks(GraphSettings graph) {
        return graph.webhooks();
    }

    static class AppRegistered implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("parley.graph", GraphSettings.class)
                    .map(GraphSettings::isSetUp)
                    .orElse(false);
        }
    }

    static class WebhooksWanted implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("parley.graph", GraphSettings.class)
                    .map(GraphSettings::takesWebhooks)
                    .orElse(false);
        }
    }
}
