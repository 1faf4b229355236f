package dev.parley.server.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the API as a whole, and how one gets in. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final Set<String> OPEN = Set.of(
            "/api/auth/login",
            "/api/auth/forgot-password",
            "/api/auth/reset-password",
            "/api/auth/verify-email",
            "/api/auth/password-strength",
            "/api/admin/initialize-password",
            "/api/webhooks/instagram",
            "/api/errors",
            "/api/errors/{code}");

    @Bean
    OpenAPI parleyApi(ObjectProvider<BuildProperties> build) {
        var built = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Parley")
                        .version(built == null ? "unknown" : built.getVersion())
                        .description(
                                "Automates Instagram accounts within limits that one can see. JSON is in snake_case,"
                                        + " unknown fields are refused, and every refusal has the shape of RFC 9457 with an error code.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes(TOKEN, token()).addSecuritySchemes(SESSION, session()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("The token that POST /api/auth/login gives.");
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("SESSION")
                .description(
                        "The pages' own sign-in; where TLS is on, the name begins with __Host-. What changes something needs the page's proof of origin too.");
    }

    @Bean
    OpenApiCustomizer openToEverybody() {
        return api -> OPEN.stream()
                .map(api.getPaths()::get)
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(operation -> operation.setSecurity(List.of()));
    }
}
