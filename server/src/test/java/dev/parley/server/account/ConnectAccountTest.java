package dev.parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Driver;
import dev.parley.instagram.graph.GraphApp;
import dev.parley.instagram.graph.GraphDriver;
import dev.parley.instagram.graph.GraphLogin;
import dev.parley.instagram.mobile.MobileDriver;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Installation;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectAccountTest {

    private static final int ASKING_AT_ONCE = 30;

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.account.per-workspace", "3"));

    Caller caller;

    @BeforeEach
    void somebody_with_a_workspace() {
        caller = parley.database().person("person-" + UUID.randomUUID());
    }

    @Test
    void one_name_is_one_account_however_it_is_written() {
        var account = connect("Alma.Plain");
        assertThat(connect(" @alma.plain ")).isEqualTo(account);
        assertThat(account.user()).isEqualTo(caller.user());
        assertThat(account.driver()).isEqualTo("mobile");
        assertThat(health(account).state()).isEqualTo(AccountState.DISCONNECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "with space",
                "ünïcode",
                "a'; drop table users; --",
                "thirty-one.characters.are.too.many"
            })
    void what_is_no_username_is_refused(String typed) {
        refused(() -> connect(typed), ErrorCode.VALIDATION_FAILED);
    }

    @Test
    void drivers_that_are_not_there_are_refused_with_those_that_are() {
        assertThatThrownBy(() -> connect("alma.plain", "telepathy"))
                .isInstanceOfSatisfying(BotException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.DRIVER_UNKNOWN);
                    assertThat(refusal.refusal().fields())
                            .containsExactly(new Field("driver", "one of browser, graph, mobile"));
                });
    }

    @Test
    void on_instagram_itself_the_official_api_is_the_usual_one_and_needs_no_consent() {
        var app = new GraphApp("an id", "a secret");
        try (var mobile = MobileDriver.builder().build();
                var graph = GraphDriver.builder(GraphLogin.INSTAGRAM, app).build()) {
            var connecting = onInstagramItself(mobile, graph);
            var wish = new ConnectAccount.Wish("vera.official", null, false);

            assertThat(in(() -> connecting.findOrCreate(caller, wish)).driver()).isEqualTo("graph");
        }
    }

    private static ConnectAccount onInstagramItself(Driver... drivers) {
        var nowhere = URI.create("http://unused");
        var live = new Installation("1", Path.of("unused"), Installation.Mode.LIVE, nowhere, nowhere);
        return new ConnectAccount(
                parley.bean(Accounts.class),
                parley.bean(Identities.class),
                new Drivers(List.of(drivers), live),
                parley.bean(AccountLimits.class),
                parley.bean(Tenancy.class),
                parley.clock());
    }

    @Test
    void on_instagram_itself_a_driver_against_its_terms_needs_consent_once() {
        try (var mobile = MobileDriver.builder().build()) {
            var connecting = onInstagramItself(mobile);
            var unasked = new ConnectAccount.Wish("alma.plain", null, false);
            var consenting = new ConnectAccount.Wish("alma.plain", null, true);

            refused(() -> in(() -> connecting.findOrCreate(caller, unasked)), ErrorCode.CONSENT_REQUIRED);
            connect("alma.plain");
            refused(() -> in(() -> connecting.findOrCreate(caller, unasked)), ErrorCode.CONSENT_REQUIRED);
            var account = in(() -> connecting.findOrCreate(caller, consenting));
            assertThat(account.consentedAt()).isNotNull();
            assertThat(in(() -> connecting.findOrCreate(caller, unasked))).isEqualTo(account);
        }
    }

    @Test
    void two_workspaces_may_try_the_same_name() {
        var mine = connect("alma.plain");
        caller = parley.database().person("person-" + UUID.randomUUID());
        assertThat(connect("alma.plain").id()).isNotEqualTo(mine.id());
    }

    @Test
    void many_who_ask_at_once_get_one_account_and_no_more_than_there_is_room_for() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, ASKING_AT_ONCE)
                    .mapToObj(n -> (Callable<@Nullable Account>) () -> connectOrNot("name" + n / 3))
                    .toList());
        }
        var usernames = in(() -> parley.bean(Accounts.class).all()).stream().map(Account::username);
        assertThat(usernames).hasSize(3).doesNotHaveDuplicates();
        refused(() -> connect("one.more"), ErrorCode.ACCOUNT_LIMIT_REACHED);
    }

    @Test
    void accounts_of_others_do_not_exist() {
        var theirs = connect("alma.plain");
        caller = parley.database().person("person-" + UUID.randomUUID());
        refused(() -> in(() -> parley.bean(Accounts.class).get(theirs.id())), ErrorCode.ACCOUNT_NOT_FOUND);
        refused(() -> in(() -> parley.bean(Accounts.class).pick(theirs.id())), ErrorCode.ACCOUNT_NOT_FOUND);
        refused(() -> in(() -> parley.bean(Health.class).of(theirs.id())), ErrorCode.ACCOUNT_NOT_FOUND);
        assertThat(in(() -> parley.bean(Accounts.class).all())).isEmpty();
    }

    @Test
    void a_call_that_names_no_account_means_the_only_one_that_was_ever_connected() {
        assertThat(pick(null)).isEmpty();
        var mistyped = connect("almaa");
        assertThat(pick(null)).contains(mistyped);
        var alma = connected("alma.plain", "1");
        assertThat(pick(null)).contains(alma);
        assertThat(pick(mistyped.id())).contains(mistyped);

        var tomas = connected("tomas.totp", "2");
        assertThatThrownBy(() -> pick(null)).isInstanceOfSatisfying(BotException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.ACCOUNT_REQUIRED);
            assertThat(refusal.refusal().fields())
                    .containsExactly(
                            new Field("account_id", alma.id() + " is @alma.plain"),
                            new Field("account_id", tomas.id() + " is @tomas.totp"));
        });
        assertThat(pick(tomas.id())).contains(tomas);
    }

    private Account connected(String username, String instagramId) {
        var account = connect(username);
        parley.database()
                .owner()
                .sql("update instagram_accounts set instagram_user_id = :instagramId where id = :id")
                .param("instagramId", instagramId + account.createdAt().toEpochMilli())
                .param("id", account.id().value())
                .update();
        return in(() -> parley.bean(Accounts.class).get(account.id()));
    }

    private Optional<Account> pick(@Nullable AccountId named) {
        return in(() -> parley.bean(Accounts.class).pick(named));
    }

    private @Nullable Account connectOrNot(String username) {
        try {
            return connect(username);
        } catch (BotException noRoom) {
            return null;
        }
    }

    private Account connect(String username) {
        return connect(username, null);
    }

    private Account connect(String username, @Nullable String driver) {
        var wish = new ConnectAccount.Wish(username, driver, false);
        return in(() -> parley.bean(ConnectAccount.class).findOrCreate(caller, wish));
    }

    private AccountHealth health(Account account) {
        return in(() -> parley.bean(Health.class).of(account.id()));
    }

    private <T> T in(Supplier<T> work) {
        return parley.bean(Tenancy.class).in(caller.workspace(), work);
    }

    private static void refused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BotException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
