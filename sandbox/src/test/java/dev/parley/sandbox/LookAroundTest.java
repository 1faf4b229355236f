package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class LookAroundTest {

    @Test
    void the_page_shows_accounts_codes_truth_faults_posts_and_people(SandboxServer sandbox) {
        var admin = new TestingAdmin(sandbox.baseUrl());
        new TestingApp(sandbox.baseUrl()).login("sami.sms", Account.PASSWORD);
        admin.makeAccounts("fan", 1)
                .getFirst()
                .follow(sandbox.people().getFirst().id());
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.MESSAGES_REFUSED));

        String page = admin.get("/_sandbox/").body();

        assertThat(page)
                .contains("alma.plain", "sandbox-pass", "authenticator shows")
                .contains("sms: " + sandbox.outbox("sami.sms").getFirst().code())
                .contains("fan.1", sandbox.people().getFirst().username())
                .contains("messages_refused")
                .contains("#travel");
        assertThat(admin.get("/_sandbox/look-around.css").statusCode()).isEqualTo(200);
        assertThat(admin.get("/_sandbox/pictures/12.svg").body()).startsWith("<svg");
    }

    @Test
    void what_people_type_is_escaped(SandboxServer sandbox) {
        var admin = new TestingAdmin(sandbox.baseUrl());
        new TestingApp(sandbox.baseUrl()).login("<script>alert(1)</script>", Account.PASSWORD);

        String page = admin.get("/_sandbox/?tag=%3Cscript%3E1&search=%22%3E%3Cscript%3E2")
                .body();

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }
}
