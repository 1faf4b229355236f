package dev.parley.server.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What several say to the database in one transaction. */
class SaidTogetherTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static final Each PROTECT = Each.of("name text", """
            insert into protected_people (workspace_id, username)
            select current_workspace(), each.name from {each} where each.name <> ''
            """);

    private static final Each SEEN = Each.of("name text", """
            select username, count(*) over () as together, each.n
            from {each} left join protected_people on username = each.name
            """);

    private static Caller alma;

    private final Tenancy tenancy = database.tenancy();

    @BeforeAll
    static void somebody() {
        alma = database.person("alma");
    }

    @Test
    void what_several_ask_alike_is_asked_once_and_each_gets_its_own_answer() {
        var names = List.of("mother", "nobody", "father");
        tenancy.beginning(alma.workspace(), () -> {
            tenancy.forEach(List.of("mother", "father"), this::protect);
            var asked = tenancy.forEach(names, name -> tenancy.asking(question(name)));
            assertThat(tenancy.forEach(asked, answer -> answer.rows().getFirst()))
                    .containsExactly(new Seen("mother", 3), new Seen(null, 3), new Seen("father", 3));
            return names;
        });
    }

    @Test
    void what_one_says_comes_in_the_order_in_which_they_say_it_whatever_others_say() {
        var seen = tenancy.beginning(
                alma.workspace(),
                () -> tenancy
                        .forEach(List.of("aunt", "uncle"), name -> {
                            if (name.equals("uncle")) {
                                protect(name);
                            }
                            var answer = tenancy.asking(question(name));
                            if (name.equals("aunt")) {
                                protect(name);
                            }
                            return answer;
                        })
                        .stream()
                        .map(answer -> answer.rows().getFirst().name())
                        .toList());
        assertThat(seen).containsExactly(null, "uncle");
    }

    @Test
    void one_whose_row_is_missing_fails_the_whole_transaction() {
        assertThatThrownBy(() -> tenancy.beginning(
                        alma.workspace(), () -> tenancy.forEach(List.of("sister", ""), this::protect)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no row");
        assertThat(tenancy.in(alma.workspace(), () -> tenancy.ask(question("sister"))))
                .extracting(Seen::name)
                .containsOnlyNulls();
    }

    @Test
    void values_arrive_as_they_are() {
        var each = Each.of(
                "id uuid, words text, moment timestamptz, data jsonb, bytes bytea, big int8, small int4, real float8, yes bool",
                "select * from {each}");
        var values = List.of(
                new Values(
                        UUID.randomUUID(),
                        "{\"a\", NULL, 'it''s' \\ , äöü 👋}",
                        Instant.parse("2026-11-28T03:04:05.678901Z"),
                        "{\"a\": \"{1,2}\"}",
                        "\\00ff",
                        Long.MAX_VALUE,
                        -1,
                        0.1,
                        true),
                new Values(null, null, null, null, null, null, null, null, null),
                new Values(new UUID(0, 0), "null", Instant.EPOCH, "null", "", 0L, 0, -1e300, false));
        var read = tenancy.beginning(
                alma.workspace(),
                () -> tenancy.forEach(values, one -> tenancy.asking(one.asked(each))).stream()
                        .map(answer -> answer.rows().getFirst())
                        .toList());
        assertThat(read).isEqualTo(values);
    }

    @Test
    void a_parameter_that_is_missing_or_unknown_is_a_bug() {
        for (var wrong : List.of(Write.of(PROTECT), Write.of(PROTECT).param("nmae", "mother"))) {
            assertThatThrownBy(() -> tenancy.run(alma.workspace(), () -> tenancy.later(wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("name");
        }
    }

    /** No row for nobody. */
    private String protect(String name) {
        tenancy.later(Write.of(PROTECT).param("name", name).orElseThrow(() -> new IllegalStateException("no row")));
        return name;
    }

    private static Question<Seen> question(String name) {
        return Question.of(SEEN, (row, n) -> new Seen(row.getString("username"), row.getInt("together")))
                .param("name", name);
    }

    /** @param together how many were asked about in one statement */
    private record Seen(@Nullable String name, int together) {}

    private record Values(
            @Nullable UUID id,
            @Nullable String words,
            @Nullable Instant moment,
            @Nullable String data,
            @Nullable String bytes,
            @Nullable Long big,
            @Nullable Integer small,
            @Nullable Double real,
            @Nullable Boolean yes) {

        Question<Values> asked(Each each) {
            return Question.of(
                            each,
                            (row, n) -> new Values(
                                    row.getObject("id", UUID.class),
                                    row.getString("words"),
                                    Columns.instantOrNull(row, "moment"),
                                    row.getString("data"),
                                    text(row.getBytes("bytes")),
                                    row.getObject("big", Long.class),
                                    row.getObject("small", Integer.class),
                                    row.getObject("real", Double.class),
                                    row.getObject("yes", Boolean.class)))
                    .param("id", id)
                    .param("words", words)
                    .param("moment", moment)
                    .param("data", data)
                    .param("bytes", bytes == null ? null : bytes.getBytes(UTF_8))
                    .param("big", big)
                    .param("small", small)
                    .param("real", real)
                    .param("yes", yes);
        }

        private static @Nullable String text(byte @Nullable [] bytes) {
            return bytes == null ? null : new String(bytes, UTF_8);
        }
    }
}
