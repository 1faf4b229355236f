package dev.parley.instagram.graph;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.HeaderText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Facebook page with an Instagram account. */
record LinkedPage(String id, PersonId account, String token) {

    private static final String FIELDS = "name,access_token,tasks,instagram_business_account";
    private static final String MOST = "100";

    static GraphRequest request() {
        return GraphRequest.get(
                "me/accounts", new Parameters().with("fields", FIELDS).with("limit", MOST));
    }

    /** Pages without an account are left out; null if it is no list. */
    static @Nullable List<LinkedPage> allIn(JsonNode answer) {
        JsonNode data = answer.path("data");
        if (!data.isArray()) {
            return null;
        }
        List<LinkedPage> pages = new ArrayList<>();
        for (JsonNode page : data) {
            PersonId account = Fields.person(page.path("instagram_business_account"), "id");
            PersonId id = Fields.person(page, "id");
            String token = Fields.text(page, "access_token");
            if (account != null && id != null && token != null && HeaderText.isSendable(token)) {
                pages.add(new LinkedPage(id.value(), account, token));
            }
        }
        return pages;
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "LinkedPage[id=" + id + ", account=" + account + "]";
    }
}
