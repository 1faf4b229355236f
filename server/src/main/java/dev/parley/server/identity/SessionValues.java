package dev.parley.server.identity;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;

/** Cookie sessions hold texts only, stored as such: what comes from the database is never deserialized as objects. */
@Configuration(proxyBeanMethods = false)
class SessionValues {

    @Bean
    GenericConversionService springSessionConversionService() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionValues::stored);
        conversions.addConverter(byte[].class, Object.class, stored -> new String(stored, StandardCharsets.UTF_8));
        return conversions;
    }

    private static byte[] stored(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException(
                "A session holds texts only, not a " + value.getClass().getName());
    }
}
