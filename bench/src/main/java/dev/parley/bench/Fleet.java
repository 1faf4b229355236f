package dev.parley.bench;

import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.mobile.MobileDriver;
import dev.parley.server.account.Account;
import dev.parley.server.account.Asked;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Keeping;
import dev.parley.server.account.SignIns;
import dev.parley.server.activity.Activity;
import dev.parley.server.bot.Bots;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Accounts with sessions that really were signed in to at the sandbox, each with a bot; a workspace holds at most a thousand. */
public final class Fleet {

    private static final int PER_WORKSPACE = 1000;
    private static final int AT_ONCE = 4;

    private final ApplicationContext server;
    private final JdbcClient owner;
    private final URI sandbox;
    private final MobileDriver driver;
    private int size;

    public Fleet(ApplicationContext server, JdbcClient owner, URI sandbox) {
        this.server = server;
        this.owner = owner;
        this.sandbox = sandbox;
        this.driver = MobileDriver.builder().apiBase(sandbox).build();
    }

    public void growTo(int target) throws Exception {
        while (size < target) {
            var count = Math.min(PER_WORKSPACE - size % PER_WORKSPACE, target - size);
            addAll(person(size / PER_WORKSPACE), names("bench" + size + "_", count));
            claim();
            size += count;
        }
    }

    /** Else a session that is checked would be taken for somebody else's. */
    private void claim() {
        owner.sql("""
                update instagram_accounts account set instagram_user_id = person.id
                from bench_people person
                where person.username = account.username and account.instagram_user_id is null
                """).update();
    }

    /** So many more, none of them in a workspace of those before. */
    public void growInAnotherWorkspace(int more) throws Exception {
        size = Math.ceilDiv(size, PER_WORKSPACE) * PER_WORKSPACE;
        growTo(size + more);
    }

    /** So many more accounts with started bots that have nothing to do and no session, beside those that have. */
    void crowd(int more) {
        owner.sql("""
                create temporary table crowd as
                select gen_random_uuid() as account, 'crowd' || n as username, pattern.*
                from (
                    select a.workspace_id, a.user_id, a.driver, a.identity_encrypted, b.state_since
                    from instagram_accounts a join bot_instances b on b.account_id = a.id limit 1) pattern,
                    generate_series(1, :more) n
                """).param("more", more).update();
        owner.sql("""
                insert into instagram_accounts (id, workspace_id, user_id, username, driver, identity_encrypted)
                select account, workspace_id, user_id, username, driver, identity_encrypted from crowd
                """).update();
        owner.sql("""
                insert into bot_instances (id, workspace_id, user_id, account_id, account_name, started)
                select gen_random_uuid(), workspace_id, user_id, account, username, true from crowd
                """).update();
        owner.sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                select task_name, account::text, task_data, now() + interval '1 day', false, 1
                from crowd, (select task_name, task_data from scheduled_tasks where task_name = 'bot' limit 1) pattern
                """).update();
        owner.sql("vacuum analyze").update();
    }

    /** The workspace of the n-th person, who is made when first asked for. */
    private Caller person(int n) {
        var name = "bench" + n;
        var known = owner.sql(
                        "select w.id, u.id from workspaces w join users u on u.id = w.personal_of where username = :name")
                .param("name", name)
                .query((row, i) -> new Caller(
                        new UserId(row.getObject(2, UUID.class)),
                        name,
                        false,
                        new WorkspaceId(row.getObject(1, UUID.class))))
                .optional();
        return known.orElseGet(() -> newPerson(name));
    }

    private Caller newPerson(String name) {
        var caller = new Caller(UserId.create(), name, false, WorkspaceId.create());
        owner.sql("""
                with person as (
                    insert into users (id, username, email, password_hash, role)
                    values (:user, :name, :name || '@localhost', 'none', 'user') returning id),
                workspace as (
                    insert into workspaces (id, name, personal_of) select :workspace, :name, id from person returning id)
                insert into memberships (workspace_id, user_id, role)
                select workspace.id, person.id, 'owner' from workspace, person
                """)
                .param("user", caller.user().value())
                .param("name", name)
                .param("workspace", caller.workspace().value())
                .update();
        return caller;
    }

    private List<String> names(String prefix, int count) throws IOException, InterruptedException {
        var body = "{\"prefix\":\"%s\",\"count\":%d,\"signed_in\":false}".formatted(prefix, count);
        var request = HttpRequest.newBuilder(sandbox.resolve("/_sandbox/accounts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var made = http.send(request, HttpResponse.BodyHandlers.ofString());
            var names = new ArrayList<String>();
            var ids = new ArrayList<String>();
            new JsonMapper().readTree(made.body()).forEach(account -> {
                names.add(account.get("username").asString());
                ids.add(account.get("user_id").asString());
            });
            remember(ids, names);
            return names;
        }
    }

    /** Whom the others may follow. */
    private void remember(List<String> ids, List<String> names) {
        owner.sql("create table if not exists bench_people (id text primary key, username text not null)")
                .update();
        owner.sql("insert into bench_people select * from unnest(:ids::text[], :names::text[])")
                .param("ids", ids.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .update();
    }

    private void addAll(Caller caller, List<String> names) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var adding = threads.invokeAll(names.stream()
                    .<Callable<Boolean>>map(name -> () -> add(caller, name))
                    .toList());
            for (Future<Boolean> added : adding) {
                added.get();
            }
        }
    }

    private boolean add(Caller caller, String name) {
        var tenancy = server.getBean(Tenancy.class);
        var signIns = server.getBean(SignIns.class);
        var step = tenancy.in(caller.workspace(), () -> {
            Account account = server.getBean(ConnectAccount.class)
                    .findOrCreate(caller, new ConnectAccount.Wish(name, null, false));
            server.getBean(Bots.class).create(caller, account);
            return signIns.login(account.id(), "sandbox-pass", Keeping.AS_BEFORE);
        });
        var outcome = driver.signIn(new SignIn(name, step.password(), step.identity(), null));
        if (!(outcome instanceof SignInOutcome.SignedIn)) {
            throw new IllegalStateException(name + " could not sign in: " + outcome);
        }
        tenancy.in(
                caller.workspace(),
                () -> signIns.record(
                        new Asked.Answered(step, outcome, null), new Activity.Who(caller.user(), caller.username())));
        return true;
    }
}
