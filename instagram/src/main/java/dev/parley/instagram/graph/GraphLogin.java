package dev.parley.instagram.graph;

import java.util.List;

/** The two ways of signing in to the official API. An app uses one of them. */
public enum GraphLogin {
    /** On Instagram's own page; needs no Facebook page. Tokens are those of an Instagram user. */
    INSTAGRAM(List.of(
            "instagram_business_basic",
            "instagram_business_manage_messages",
            "instagram_business_manage_comments",
            "instagram_business_content_publish",
            "instagram_business_manage_insights")),
    /** On Facebook's page, for accounts that a Facebook page is linked to. Offers hashtags and looking up other businesses too. */
    FACEBOOK(List.of(
            "instagram_basic",
            "instagram_manage_messages",
            "instagram_manage_comments",
            "instagram_content_publish",
            "instagram_manage_insights",
            "pages_show_list",
            "pages_read_engagement",
            "pages_manage_metadata"));

    private final List<String> permissions;

    GraphLogin(List<String> permissions) {
        this.permissions = permissions;
    }

    /** The permissions that all of the driver needs. */
    public List<String> permissions() {
        return permissions;
    }
}
