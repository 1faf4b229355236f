package dev.parley.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

class ModulesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.server");
    private static final int FILES_OF_CORE = 10;

    @Test
    void a_module_uses_only_those_before_it() {
        ApplicationModules.of(ParleyServer.class).verify();
    }

    @Test
    void what_answers_requests_leaves_sql_to_the_collections() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(OURS);
    }

    @Test
    void the_core_stays_small() {
        assertThat(OURS.stream()
                        .filter(type -> type.getPackageName().equals("dev.parley.server.core"))
                        .filter(type -> type.isTopLevelClass()))
                .hasSizeLessThanOrEqualTo(FILES_OF_CORE);
    }
}
