package dev.parley.sandbox.official;

import java.util.List;

/** The two ways of signing in to the official API, each with its permissions. */
public enum Flavour {
    INSTAGRAM(List.of(
            "instagram_business_basic",
            "instagram_business_manage_messages",
            "instagram_business_manage_comments",
            "instagram_business_content_publish",
            "instagram_business_manage_insights")),
    FACEBOOK(List.of(
            "instagram_basic",
            "instagram_manage_messages",
            "instagram_manage_comments",
            "instagram_content_publish",
            "instagram_manage_insights",
            "pages_show_list",
            "pages_read_engagement",
            "pages_manage_metadata",
            "business_management"));

    private final List<String> permissions;

    Flavour(List<String> permissions) {
        this.permissions = permissions;
    }

    /** All that an owner may be asked for. */
    public List<String> permissions() {
        return permissions;
    }

    /** What this flavour calls a right. */
    public String permission(Right right) {
        return permissions.get(right.ordinal());
    }

    /** What one may be allowed to do, in the order of the permissions. */
    public enum Right {
        BASIC,
        MESSAGES,
        COMMENTS,
        PUBLISH,
        INSIGHTS
    }
}
