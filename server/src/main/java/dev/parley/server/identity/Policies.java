package dev.parley.server.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators have decided for the whole instance. */
@Component
class Policies {

    private final JdbcClient database;

    Policies(JdbcClient database) {
        this.database = database;
    }

    boolean adminsNeedSecondFactor() {
        return database.sql("select admins_need_second_factor from policies")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void letAdminsNeedSecondFactor(boolean need) {
        database.sql("""
                insert into policies (admins_need_second_factor) values (:need)
                on conflict ("only") do update
                    set admins_need_second_factor = excluded.admins_need_second_factor, updated_at = now()
                """).param("need", need).update();
    }
}
