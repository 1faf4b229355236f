package dev.parley.instagram.browser.page;

import dev.parley.instagram.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that stand in the way of everything else until the owner has done something. Nothing is pressed on them. */
public final class Gates {

    /** Fact: screens on which only the owner can go on. */
    private static final List<String> ONLY_THE_OWNER = List.of(
            "Help us confirm it's you",
            "own this account",
            "Confirm you're human",
            "Upload your ID",
            "Enter your mobile number",
            "Add a phone number to get back into Instagram",
            "Change your password to secure your account",
            "Suspicious Login Attempt");

    private static final List<String> AGREEMENTS = List.of(
            "Changes to How We Manage Data",
            "Updates to our Terms",
            "Choose if we process your data for ads",
            "Make a choice to continue",
            "Use free of charge with ads");

    private Gates() {}

    /** What the owner has to do; null if nothing is in the way. */
    public static @Nullable Refusal of(Scene scene) {
        Refusal byAddress = of(scene.address());
        return byAddress == null ? ofWords(scene) : byAddress;
    }

    /** The same by what is written there alone. */
    public static @Nullable Refusal ofWords(Scene scene) {
        if (AGREEMENTS.stream().anyMatch(scene::says)) {
            return consent();
        }
        if (scene.says("We suspect automated behavior on your account")) {
            return warned();
        }
        return ONLY_THE_OWNER.stream().anyMatch(scene::says) ? challenged() : null;
    }

    /** The same by the address alone. */
    public static @Nullable Refusal of(Address address) {
        if (address.under("accounts")) {
            return ofAccounts(address);
        }
        if (address.under("auth_platform") || address.under("challenge")) {
            return challenged();
        }
        if (address.under("checkpoint")) {
            return new Refusal.CheckpointRequired("Instagram wants the owner to pass a checkpoint");
        }
        return address.under("consent") || address.under("privacy", "consent") ? consent() : null;
    }

    private static @Nullable Refusal ofAccounts(Address address) {
        return switch (String.valueOf(address.after("accounts"))) {
            case "login" -> signedOut();
            case "suspended" -> new Refusal.AccountSuspended("Instagram has suspended the account");
            case "disabled" -> new Refusal.AccountSuspended("Instagram has disabled the account");
            case "scraping_warning" -> warned();
            default -> null;
        };
    }

    /** The sign-in page came instead of what was asked for. */
    public static Refusal signedOut() {
        return new Refusal.LoginRequired("The session is over: Instagram shows the sign-in page");
    }

    private static Refusal consent() {
        return new Refusal.ConsentRequired("Instagram wants the owner to agree to something, or not");
    }

    private static Refusal challenged() {
        return new Refusal.ChallengeRequired("Instagram wants the owner to prove who they are");
    }

    private static Refusal warned() {
        return new Refusal.CheckpointRequired("Instagram warns of automated behavior; the owner has to read it");
    }
}
