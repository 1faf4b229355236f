package dev.parley.sandbox.website;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(SandboxExtension.class)
class MessagesOnTheWebsiteTest {
    @RegisterExtension
    private static final TestingBrowser BROWSER = new TestingBrowser();

    @Test
    void a_request_is_accepted_and_answered(SandboxServer sandbox) {
        String stranger = somebody(sandbox).username();
        var site = signedIn(sandbox);
        Page page = site.page();
        sandbox.write(stranger, "fan.1", "Is it still there?");

        page.navigate("/direct/requests/");
        page.locator("a[href^='/direct/t/']").click();
        site.button("Accept").click();
        site.button("Primary").click();
        var composer = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
        composer.click();
        page.keyboard().type("Yes");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("it is");
        assertThat(site.button("Send")).isVisible();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.GRID).getByText(Pattern.compile("^Yes\\s+it is$")))
                .isVisible();
        assertThat(site.button("Send")).hasCount(0);
        assertThat(sending(page)).hasCount(0);
        sandbox.write(stranger, "fan.1", "Then I take it");
        assertThat(page.getByRole(AriaRole.GRID).getByText("Then I take it")).isVisible();
        assertThat(sandbox.messages("fan.1"))
                .singleElement()
                .matches(message -> message.text().equals("Yes\nit is") && message.timesReceived() == 1);
    }

    @Test
    void in_a_panel_over_the_profile_only_real_keys_count(SandboxServer sandbox) {
        sandbox.website()
                .variant(Variant.CHAT_PANEL)
                .variant(Variant.COMPOSER_TEXTAREA)
                .variant(Variant.THREAD_PAGELET)
                .variant(Variant.MESSAGE_IN_OPTIONS)
                .variant(Variant.NOTIFICATIONS_OVER_COMPOSER);
        Person somebody = somebody(sandbox);
        var site = signedIn(sandbox);
        Page page = site.page();
        page.navigate("/" + somebody.username() + "/");
        site.button("Options").click();
        site.button("Send message").click();
        var composer = page.getByPlaceholder("Message...");

        composer.evaluate("field => { field.value = 'written by a script'; field.dispatchEvent(new Event('input')) }");
        composer.press("Enter");
        composer.fill("");
        composer.pressSequentially("typed");
        site.button("Not Now").click();
        assertThat(page.locator("[data-pagelet=IGDMessagesList] [role=group]")).hasCount(0);
        composer.press("Enter");

        assertThat(page.locator("[data-pagelet=IGDMessagesList] [role=group]")).containsText("typed");
        assertThat(sending(page)).hasCount(0);
        assertThat(page).hasURL(sandbox.baseUrl() + "/" + somebody.username() + "/");
        assertThat(sandbox.messages("fan.1")).extracting(MessageTruth::text).containsExactly("typed");
    }

    @Test
    void somebody_is_chosen_among_namesakes_and_a_lost_message_is_marked(SandboxServer sandbox) {
        sandbox.website()
                .variant(Variant.NAMES_COLLIDING)
                .variant(Variant.COMPOSE_NEXT)
                .variant(Variant.THREAD_CONVERSATION);
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.DROP));
        Person somebody = somebody(sandbox);
        var site = signedIn(sandbox);
        Page page = site.page();
        page.navigate("/direct/inbox/");

        page.locator("[role=button]:has(svg[aria-label='New message'])").click();
        page.locator("input[name=queryBox]").fill(somebody.username());
        assertThat(site.dialog().getByText(somebody.fullName())).not().hasCount(1);
        site.dialog().getByText(somebody.username(), exact()).click();
        site.button("Next").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"))
                .fill("Anybody?");
        page.keyboard().press("Enter");

        assertThat(page.getByLabel("Conversation with " + somebody.fullName())).containsText("Anybody?");
        assertThat(page.getByLabel("Failed to send")).isVisible();
        assertThat(sandbox.messages("fan.1", somebody.username()))
                .singleElement()
                .matches(message -> message.timesReceived() == 0);
    }

    @Test
    void the_list_leads_from_one_conversation_to_another_without_loading_a_page(SandboxServer sandbox) {
        List<Person> people = people(sandbox).limit(2).toList();
        var site = signedIn(sandbox);
        Page page = site.page();
        people.forEach(person -> sandbox.write("fan.1", person.username(), "Hello"));
        page.navigate("/direct/inbox/");
        page.evaluate("() => { window.kept = true }");

        for (Person person : people) {
            page.getByTitle(person.fullName(), new Page.GetByTitleOptions().setExact(true))
                    .click();
            assertThat(page.locator("main header h2").last()).hasText(person.fullName());
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"))
                    .fill("To " + person.username());
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.GRID)).containsText("To " + person.username());
            assertThat(sending(page)).hasCount(0);
        }

        assertThat(page).hasURL(Pattern.compile(".*/direct/t/[0-9]+/$"));
        assertThat(page.evaluate("() => window.kept")).isEqualTo(true);
        for (Person person : people) {
            assertThat(sandbox.messages("fan.1", person.username()))
                    .extracting(MessageTruth::text)
                    .containsExactlyInAnyOrder("Hello", "To " + person.username());
        }
        page.goBack();
        assertThat(page.locator("main header h2").last())
                .hasText(people.getFirst().fullName());
    }

    private static Site signedIn(SandboxServer sandbox) {
        var site = new Site(BROWSER.visit(sandbox.baseUrl()));
        site.adopt(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());
        return site;
    }

    /** What the page shows, and Instagram does not have yet. */
    private static Locator sending(Page page) {
        return page.locator("[aria-label='igd message sending status icon']");
    }

    private static Person somebody(SandboxServer sandbox) {
        return people(sandbox).findFirst().orElseThrow();
    }

    private static Stream<Person> people(SandboxServer sandbox) {
        return sandbox.people().stream().filter(person -> !person.deleted() && person.takesMessages());
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
