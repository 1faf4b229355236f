package dev.parley.server.factor;

import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.web.PublicAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With Chromium's own virtual authenticator: a device with a fingerprint sensor that its owner touches at once. */
class PasskeyBrowserTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Pattern INSIDE = Pattern.compile("/profile/factors$");

    @Test
    void a_passkey_is_added_and_lets_its_owner_in_with_and_without_the_password() {
        parley.person("alma");
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
            var page = browser.newPage();
            var complaints = new ArrayList<String>();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            var device = page.context().newCDPSession(page);
            plugIn(device);

            withPassword(page);
            PlaywrightAssertions.assertThat(page).hasURL(INSIDE);
            add(page, "this laptop");
            press(page, "I have kept them");
            PlaywrightAssertions.assertThat(page.getByText("this laptop").first())
                    .isVisible();
            assertThat(credentials(device)).hasSize(1);
            add(page, "the same again");
            PlaywrightAssertions.assertThat(page.getByText("This device has a passkey of yours already."))
                    .isVisible();

            signOut(page);
            page.navigate(address("/login?next=/profile/factors"));
            press(page, "Sign in with a passkey");
            PlaywrightAssertions.assertThat(page).hasURL(INSIDE);
            PlaywrightAssertions.assertThat(page.getByText("last used")).isVisible();

            signOut(page);
            withPassword(page);
            PlaywrightAssertions.assertThat(page.getByText("One more step")).isVisible();
            press(page, "Sign in with a passkey");
            PlaywrightAssertions.assertThat(page).hasURL(INSIDE);
            assertThat(complaints).isEmpty();
        }
    }

    private static void plugIn(CDPSession device) {
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        authenticator = device.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
    }

    private static String authenticator = "";

    private static List<?> credentials(CDPSession device) {
        var of = new JsonObject();
        of.addProperty("authenticatorId", authenticator);
        return device.send("WebAuthn.getCredentials", of)
                .getAsJsonArray("credentials")
                .asList();
    }

    private static void withPassword(Page page) {
        page.navigate(address("/login?next=/profile/factors"));
        page.getByLabel("Username").fill("alma");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    private static void add(Page page, String name) {
        page.getByLabel("Name of the new passkey").fill(name);
        press(page, "Add a passkey");
    }

    private static void press(Page page, String name) {
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
    }

    private static void signOut(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out"))
                .click();
    }

    private static String address(String path) {
        return parley.bean(PublicAddress.class).of(path).toString();
    }

    private static Path chromium() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is not on the PATH"));
    }
}
