package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who may sign in. */
@Component
public class People {

    /** What a sign-in compares with. */
    record Credentials(Person person, String passwordHash) {}

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    public Person get(UserId id) {
        return find(id).orElseThrow(
                        () -> new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + id + "."));
    }

    public Optional<Person> find(UserId id) {
        return database.sql("select * from users where id = :id")
                .param("id", id.value())
                .query(People::person)
                .optional();
    }

    List<Person> all(Collection<UserId> ids) {
        return database.sql("select * from users where id = any(:ids)")
                .param("ids", ids.stream().map(UserId::value).toArray(UUID[]::new))
                .query(People::person)
                .list();
    }

    public Optional<Person> withEmail(String email) {
        return database.sql("select * from users where lower(email) = lower(:email)")
                .param("email", email)
                .query(People::person)
                .optional();
    }

    Optional<Credentials> credentials(String username) {
        return database.sql("select * from users where lower(username) = lower(:username)")
                .param("username", username)
                .query((row, n) -> new Credentials(person(row, n), row.getString("password_hash")))
                .optional();
    }

    Optional<Person> firstAdministrator() {
        return database.sql("select * from users where role = 'admin' order by created_at, id limit 1")
                .query(People::person)
                .optional();
    }

    /** By name, beginning after the one given. */
    List<Person> list(@Nullable String after, int limit) {
        return database.sql("""
            select * from users where cast(:after as text) is null or lower(username) > lower(:after)
            order by lower(username) limit :limit
            """)
                .param("after", after)
                .param("limit", limit)
                .query(People::person)
                .list();
    }

    void add(Person person, String passwordHash) {
        distinct(() -> database.sql("""
            insert into users (id, username, email, password_hash, role, must_change_password, created_at)
            values (:id, :username, :email, :hash, :role, :mustChange, :createdAt)
            """)
                .param("id", person.id().value())
                .param("username", person.username())
                .param("email", person.email())
                .param("hash", passwordHash)
                .param("role", person.role().stored())
                .param("mustChange", person.mustChangePassword())
                .param("createdAt", Timestamp.from(person.createdAt()))
                .update());
    }

    public void change(Person person) {
        distinct(() -> database.sql("""
            update users set email = :email, role = :role, disabled_at = :disabledAt, updated_at = now()
            where id = :id
            """)
                .param("id", person.id().value())
                .param("email", person.email())
                .param("role", person.role().stored())
                .param("disabledAt", person.disabledAt() == null ? null : Timestamp.from(person.disabledAt()))
                .update());
    }

    void changePassword(UserId id, String passwordHash, boolean mustChangeAgain) {
        database.sql("""
            update users set password_hash = :hash, must_change_password = :mustChange,
                password_changed_at = now(), updated_at = now()
            where id = :id
            """)
                .param("id", id.value())
                .param("hash", passwordHash)
                .param("mustChange", mustChangeAgain)
                .update();
    }

    /** The same password, hashed in today's way; not if it was changed meanwhile. */
    void upgradeHash(UserId id, String oldHash, String newHash) {
        database.sql("update users set password_hash = :new where id = :id and password_hash = :old")
                .param("id", id.value())
                .param("old", oldHash)
                .param("new", newHash)
                .update();
    }

    void remove(UserId id) {
        database.sql("delete from users where id = :id").param("id", id.value()).update();
    }

    /** Held to the end of the transaction, so that two administrators cannot remove each other at the same moment. */
    boolean isAnotherAdministratorLeft(UserId without) {
        return !database
                .sql("select id from users where role = 'admin' and disabled_at is null order by id for update")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .allMatch(without.value()::equals);
    }

    /** Starts of several nodes wait for each other here. */
    void lockFirstStart() {
        database.sql("lock table users in share row exclusive mode").update();
    }

    private static void distinct(Runnable writing) {
        try {
            writing.run();
        } catch (DuplicateKeyException taken) {
            var byEmail = String.valueOf(taken.getMessage()).contains("users_email")
                    || String.valueOf(taken.getMostSpecificCause().getMessage()).contains("users_email");
            var code = byEmail ? ErrorCode.EMAIL_TAKEN : ErrorCode.USERNAME_TAKEN;
            throw new BotException(code, code.description());
        }
    }

    static Person person(ResultSet row, int number) throws SQLException {
        var disabledAt = row.getTimestamp("disabled_at");
        return new Person(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getBoolean("must_change_password"),
                disabledAt == null ? null : disabledAt.toInstant(),
                Columns.instant(row, "created_at"));
    }
}
