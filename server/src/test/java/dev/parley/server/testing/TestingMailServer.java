package dev.parley.server.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mail server on a free port of this machine, and what people read there. */
public final class TestingMailServer implements AfterAllCallback {

    private static final long PATIENCE_MS = 30_000;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private GreenMail server = started(0);
    private final int port = server.getSmtp().getPort();

    /** A mail as its reader sees it. */
    public record Letter(String to, String subject, String text) {

        public String link() {
            var found = LINK.matcher(text);
            if (!found.find()) {
                throw new AssertionError("No link in: " + text);
            }
            return found.group();
        }

        /** The part of the link that opens something. */
        public String token() {
            return link().replaceFirst(".*token=", "");
        }
    }

    private static GreenMail started(int port) {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    /** What a Parley needs to send through it. */
    public Map<String, String> settings() {
        return Map.of(
                "parley.mail.host", "127.0.0.1",
                "parley.mail.port", Integer.toString(port),
                "parley.mail.security", "none",
                "parley.mail.from", "parley@example.org");
    }

    public int port() {
        return port;
    }

    public void stop() {
        server.stop();
    }

    public void startAgain() {
        server = started(port);
    }

    /** Everything that has come, oldest first. */
    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages())
                .map(TestingMailServer::letter)
                .toList();
    }

    public List<Letter> lettersTo(String address) {
        return letters().stream().filter(letter -> letter.to().equals(address)).toList();
    }

    /** The newest with this subject, which is waited for. */
    public Letter letter(String address, String subject) {
        var until = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (System.nanoTime() < until) {
            var found = lettersTo(address).reversed().stream()
                    .filter(letter -> letter.subject().equals(subject))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            server.waitForIncomingEmail(100, server.getReceivedMessages().length + 1);
        }
        throw new AssertionError("Nothing about '" + subject + "' has come to " + address + ": " + letters());
    }

    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(
                    message.getAllRecipients()[0].toString(), message.getSubject(), GreenMailUtil.getBody(message));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }
}
