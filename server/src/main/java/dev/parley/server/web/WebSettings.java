package dev.parley.server.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What a request may cost. */
@ConfigurationProperties("parley.web")
record WebSettings(@DefaultValue("1MB") DataSize maxBody) {}
