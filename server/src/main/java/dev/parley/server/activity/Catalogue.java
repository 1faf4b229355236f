package dev.parley.server.activity;

import dev.parley.server.core.ErrorCode;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The error codes in the database, for whoever reads it: a mirror of those in the code, made at every start. */
@Component
class Catalogue implements ApplicationRunner {

    private static final String FILE = ErrorCode.class.getName().replace('.', '/') + ".java";

    private final JdbcClient database;

    Catalogue(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        database.sql("""
                insert into error_codes (code, name, module, severity, title, description, file_path, recommended_action)
                select code, name, module, severity, title, description, :file, recommended_action
                from unnest(:codes, :names, :modules, :severities, :titles, :descriptions, :actions)
                    as catalogue (code, name, module, severity, title, description, recommended_action)
                on conflict (code) do update set
                    (name, module, severity, title, description, file_path, recommended_action)
                    = (excluded.name, excluded.module, excluded.severity, excluded.title, excluded.description,
                       excluded.file_path, excluded.recommended_action)
                where error_codes.* is distinct from excluded.*
                """)
                .param("file", FILE)
                .param("codes", all(ErrorCode::code))
                .param("names", all(ErrorCode::name))
                .param("modules", all(ErrorCode::module))
                .param("severities", all(ErrorCode::severity))
                .param("titles", all(ErrorCode::title))
                .param("descriptions", all(ErrorCode::description))
                .param("actions", all(ErrorCode::recommendedAction))
                .update();
    }

    private static String[] all(Function<ErrorCode, String> part) {
        return Arrays.stream(ErrorCode.values()).map(part).toArray(String[]::new);
    }
}
