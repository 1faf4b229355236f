package dev.parley.server.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may cost, and whose word on its sender counts.
 *
 * @param trustedProxies addresses or networks of proxies before this server
 */
@ConfigurationProperties("parley.web")
record WebSettings(
        @DefaultValue("1MB") DataSize maxBody, @DefaultValue List<String> trustedProxies) {}
