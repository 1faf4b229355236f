package dev.parley.server.mail;

import dev.parley.server.core.StartRefused;
import dev.parley.server.mail.MailSettings.Security;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mail to the mail server. */
@Component
class Smtp {

    private final MailSettings settings;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    Smtp(MailSettings settings) {
        this.settings = settings;
        if (settings.areGiven()) {
            prepare();
        }
    }

    private void prepare() {
        if (!MailSettings.isGiven(settings.from())) {
            throw new StartRefused("A mail server is set, but not the address that mail comes from: set SMTP_FROM.");
        }
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        server.setJavaMailProperties(properties());
        if (MailSettings.isGiven(settings.username())) {
            server.setUsername(settings.username());
            server.setPassword(settings.password());
        }
    }

    private Properties properties() {
        var timeout = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(MailSettings.isGiven(settings.username())));
        properties.setProperty("mail.smtp.starttls.required", isAsked(Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", isAsked(Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private String isAsked(Security security) {
        return Boolean.toString(settings.security() == security);
    }

    void send(Mail mail) throws MessagingException {
        var message = server.createMimeMessage();
        var parts = new MimeMessageHelper(message);
        parts.setFrom(Objects.requireNonNull(settings.from()));
        parts.setTo(mail.to());
        parts.setSubject(mail.subject());
        parts.setText(mail.text());
        // Nobody's out-of-office notice is to answer it.
        message.setHeader("Auto-Submitted", "auto-generated");
        server.send(message);
    }
}
