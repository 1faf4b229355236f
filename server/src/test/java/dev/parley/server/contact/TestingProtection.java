package dev.parley.server.contact;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingParley;

/** Protects people as members of a workspace do. */
public final class TestingProtection {

    private TestingProtection() {}

    public static void protect(TestingParley parley, Caller caller, String username) {
        parley.bean(ProtectedPeopleApi.class).protect(caller, username, null);
    }
}
