package dev.parley.sandbox.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant shows what it is known by. What scripts do with it is for the tests with a browser. */
@ExtendWith(SandboxExtension.class)
class VariantsTest {

    static Stream<Showing> showings() {
        return Stream.of(
                        LoginShowings.all(),
                        InterstitialShowings.all(),
                        ProfileShowings.all(),
                        MessageShowings.all(),
                        PostShowings.all())
                .flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("showings")
    void each_variant_shows_what_it_is_known_by(Showing showing, SandboxServer sandbox) {
        var places = new Places(sandbox);
        sandbox.website().variant(showing.variant());
        Looking looking = look(showing.who(), sandbox, places);
        String page = looking.page().isEmpty() ? showing.page() : looking.page();

        String html = follow(looking.visitor(), places.fill(page));

        showing.has().forEach(part -> assertThat(html).contains(places.fill(part)));
        showing.lacks().forEach(part -> assertThat(html).doesNotContain(places.fill(part)));
    }

    @Test
    void every_variant_is_among_them() {
        assertThat(showings().map(Showing::variant).toList()).containsExactlyInAnyOrder(Variant.values());
    }

    @Test
    void the_same_seed_chooses_the_same(SandboxServer sandbox) {
        Map<Dimension, Variant> chosen =
                sandbox.website().byChance(7).look("alma.plain").chosen();

        assertThat(sandbox.website().plain().byChance(7).look("alma.plain").chosen())
                .isEqualTo(chosen);
        assertThat(sandbox.website().byChance(8).look("alma.plain").chosen()).isNotEqualTo(chosen);
        assertThat(chosen.get(Dimension.STANDING)).isEqualTo(Variant.STANDING_GOOD);
    }

    @Test
    void the_first_of_each_dimension_is_the_default(SandboxServer sandbox) {
        assertThat(sandbox.website().look("alma.plain").chosen().values())
                .containsExactlyElementsOf(Arrays.stream(Dimension.values())
                        .map(dimension -> dimension.variants().getFirst())
                        .toList());
    }

    private record Looking(TestingVisitor visitor, String page) {}

    private static Looking look(Showing.Who who, SandboxServer sandbox, Places places) {
        var visitor = new TestingVisitor(sandbox.baseUrl());
        return switch (who) {
            case STRANGER -> new Looking(visitor, "");
            case SOMEBODY_KNOWN -> {
                visitor.setCookie("ds_user_id", "9000000001");
                visitor.setCookie("sessionid", "9000000001%3Aold%3A1%3Agone");
                yield new Looking(visitor, "");
            }
            case SOMEBODY_WITH_A_CODE -> {
                visitor.logIn("tomas.totp", "sandbox-pass");
                yield new Looking(visitor, "");
            }
            case SOMEBODY_CHALLENGED ->
                new Looking(
                        visitor,
                        visitor.logIn("chloe.challenge", "sandbox-pass")
                                .get("checkpoint_url")
                                .asString());
            case MEMBER -> new Looking(TestingVisitor.signedIn(places.session(), sandbox.baseUrl()), "");
        };
    }

    private static String follow(TestingVisitor visitor, String page) {
        var response = visitor.get(page);
        return response.headers()
                .firstValue("Location")
                .map(address -> follow(visitor, address))
                .orElse(response.body());
    }
}
