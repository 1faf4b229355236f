package dev.parley.sandbox.official;

import java.util.List;
import java.util.Set;

/**
 * Where webhooks go.
 *
 * @param url empty for nowhere
 * @param verifyToken what the receiver is asked to recognise
 * @param fields what is told of; {@link #FIELDS} has all
 */
public record Callback(String url, String verifyToken, Set<String> fields) {
    /** All fields that an app can choose. */
    public static final List<String> FIELDS = List.of(
            "messages",
            "message_reactions",
            "messaging_postbacks",
            "messaging_seen",
            "messaging_referral",
            "messaging_optins",
            "messaging_handover",
            "standby",
            "message_echoes",
            "message_edit",
            "comments",
            "live_comments",
            "mentions",
            "story_insights");

    static final Callback NONE = new Callback("", "", Set.of());
}
