package dev.parley.server.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's own virtual authenticator: a device with a fingerprint sensor that its owner touches at once. */
public final class TestingAuthenticator {

    private final CDPSession device;
    private final String id;

    private TestingAuthenticator(CDPSession device, String id) {
        this.device = device;
        this.id = id;
    }

    public static TestingAuthenticator at(Page page) {
        var device = page.context().newCDPSession(page);
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
        var added = device.send("WebAuthn.addVirtualAuthenticator", wanted);
        return new TestingAuthenticator(device, added.get("authenticatorId").getAsString());
    }

    /** How many passkeys it holds. */
    public int credentials() {
        var of = new JsonObject();
        of.addProperty("authenticatorId", id);
        return device.send("WebAuthn.getCredentials", of)
                .getAsJsonArray("credentials")
                .size();
    }
}
