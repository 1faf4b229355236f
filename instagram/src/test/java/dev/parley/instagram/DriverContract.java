package dev.parley.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.account.OutboxCode;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every driver has to keep, told against the sandbox and judged by its truth. A driver's own test extends it. */
@ExtendWith(SandboxExtension.class)
public abstract class DriverContract {

    private static final String PASSWORD = "sandbox-pass";

    private final List<Driver> opened = new ArrayList<>();
    private SandboxServer sandbox;

    /** A driver that speaks to this sandbox, with a deadline for its calls. */
    protected abstract Driver driver(URI sandbox, Duration deadline);

    @BeforeEach
    void meet(SandboxServer server) {
        sandbox = server;
    }

    @AfterEach
    void closeDrivers() {
        opened.forEach(Driver::close);
    }

    @Test
    void signs_in_and_knows_who_it_is() {
        Driver driver = driver();

        SignInOutcome.SignedIn signedIn = signedIn(begin(driver, "alma.plain"));

        assertThat(signedIn.account().username()).isEqualTo("alma.plain");
        Profile current = done(driver.open(signedIn.session()).currentUser());
        assertThat(current.id()).isEqualTo(signedIn.account().id());
    }

    @Test
    void goes_on_with_a_stored_session_in_another_process() {
        byte[] stored = signedIn(begin(driver(), "alma.plain")).session().toBytes();

        Instagram instagram = driver().open(SessionSnapshot.fromBytes(stored));

        assertThat(done(instagram.currentUser()).username()).isEqualTo("alma.plain");
        assertThat(sandbox.logins("alma.plain")).hasSize(1);
    }

    @Test
    void tries_a_refused_password_once() {
        Driver driver = driver();

        SignInOutcome outcome = driver.signIn(new SignIn("alma.plain", "wrong-pass", driver.newIdentity(), null));

        assertThat(outcome).isInstanceOf(SignInOutcome.CredentialsRefused.class);
        assertThat(outcome.toString()).doesNotContain("wrong-pass");
        assertThat(sandbox.logins("alma.plain")).extracting(LoginTruth::outcome).containsExactly("bad_password");
    }

    @Test
    void refuses_an_unknown_username_like_a_wrong_password() {
        assertThat(begin(driver(), "no.such.account")).isInstanceOf(SignInOutcome.CredentialsRefused.class);
    }

    @Test
    void takes_an_authenticator_code_later_in_another_process_without_the_password() {
        PendingSignIn pending = pending(begin(driver(), "tomas.totp"));
        assertThat(pending.method()).isEqualTo(VerificationMethod.TOTP);
        byte[] stored = pending.toBytes();

        SignInOutcome wrong = driver().answer(PendingSignIn.fromBytes(stored), "000000");
        PendingSignIn still = ((SignInOutcome.CodeRefused) wrong).pending();
        SignInOutcome.SignedIn signedIn =
                signedIn(driver().answer(PendingSignIn.fromBytes(still.toBytes()), sandbox.totpCode("tomas.totp")));

        assertThat(signedIn.account().username()).isEqualTo("tomas.totp");
        assertThat(sandbox.logins("tomas.totp"))
                .extracting(LoginTruth::how)
                .containsExactly("password", "two_factor", "two_factor");
        assertThat(sandbox.logins("tomas.totp"))
                .extracting(LoginTruth::device)
                .as("one device all along")
                .containsOnly(sandbox.logins("tomas.totp").getFirst().device());
    }

    @Test
    void says_so_when_the_code_comes_too_late() {
        Driver driver = driver();
        PendingSignIn pending = pending(begin(driver, "tomas.totp"));

        sandbox.advance(Duration.ofHours(1));

        assertThat(driver.answer(pending, sandbox.totpCode("tomas.totp")))
                .isInstanceOf(SignInOutcome.VerificationEnded.class);
    }

    @Test
    void takes_a_code_from_a_text_message_and_has_another_one_sent() {
        Driver driver = driver();
        PendingSignIn pending = pending(begin(driver, "sami.sms"));
        assertThat(pending.method()).isEqualTo(VerificationMethod.SMS);
        assertThat(pending.sentTo()).isNotBlank();

        PendingSignIn again = pending(driver.sendCode(pending, null));

        assertThat(sandbox.outbox("sami.sms")).hasSize(2);
        signedIn(driver.answer(again, lastCode("sami.sms")));
    }

    @Test
    void takes_the_code_of_a_challenge_from_a_mail_in_another_process() {
        PendingSignIn pending = pending(begin(driver(), "chloe.challenge"));
        assertThat(pending.kind()).isEqualTo(PendingSignIn.Kind.CHALLENGE);
        PendingSignIn sent = withCodeSent(driver(), pending);
        assertThat(sent.sentTo()).isNotBlank();

        SignInOutcome wrong = driver().answer(PendingSignIn.fromBytes(sent.toBytes()), "000000");
        PendingSignIn still = ((SignInOutcome.CodeRefused) wrong).pending();
        PendingSignIn again = pending(driver().sendCode(still, null));

        SignInOutcome.SignedIn signedIn = signedIn(driver().answer(again, lastCode("chloe.challenge")));
        assertThat(signedIn.account().username()).isEqualTo("chloe.challenge");
        assertThat(sandbox.logins("chloe.challenge").stream()
                        .filter(attempt -> attempt.how().equals("password")))
                .hasSize(1);
    }

    @Test
    void ends_a_session_at_instagram() {
        Driver driver = driver();
        SessionSnapshot session = signedIn(begin(driver, "alma.plain")).session();

        done(driver.open(session).signOut());

        assertThat(refusal(driver.open(session).currentUser())).isInstanceOf(Refusal.LoginRequired.class);
    }

    @Test
    void pages_through_a_hashtag_to_its_end() {
        Instagram instagram = open("alma.plain");

        List<Media> posts = posts(instagram, "#travel");

        assertThat(posts).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(posts.stream()
                        .map(Media::owner)
                        .filter(Predicate.not(Profile::isPrivate))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(100);
        assertThat(posts).isSortedAccordingTo((a, b) -> b.takenAt().compareTo(a.takenAt()));
    }

    @Test
    void finds_nothing_under_a_hashtag_that_nobody_used() {
        Page<Media> page = done(open("alma.plain").hashtag("nobodyeverusedthis", null));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void looks_people_up() {
        Instagram instagram = open("alma.plain");
        Profile owner = somebody(instagram);

        Profile profile = done(instagram.person("@" + owner.username().toUpperCase(Locale.ROOT)));

        assertThat(profile.id()).isEqualTo(owner.id());
        assertThat(profile.followerCount()).isNotNull();
        assertThat(refusal(instagram.person("no.such.person"))).isInstanceOf(Refusal.UserNotFound.class);
    }

    @Test
    void follows_and_unfollows() {
        Instagram instagram = open("alma.plain");
        Profile target = somebody(instagram);
        assertThat(done(instagram.friendship(target.person())).inForce()).isFalse();

        assertThat(done(instagram.follow(target.person())).following()).isTrue();
        assertThat(done(instagram.friendship(target.person())).following()).isTrue();
        assertThat(truth(target)).isEqualTo(new Asked(1, 1, true));

        assertThat(done(instagram.unfollow(target.person())).inForce()).isFalse();
        assertThat(done(instagram.friendship(target.person())).inForce()).isFalse();
    }

    @Test
    void asks_a_private_person() {
        Instagram instagram = open("alma.plain");
        Profile target = owner(instagram, Profile::isPrivate);

        Friendship asked = done(instagram.follow(target.person()));

        assertThat(asked.requested()).isTrue();
        assertThat(asked.following()).isFalse();
        assertThat(done(instagram.friendship(target.person())).requested()).isTrue();
    }

    @Test
    void looks_at_many_friendships_and_leaves_out_people_who_are_gone() {
        Instagram instagram = open("alma.plain");
        List<Person> owners = posts(instagram, "travel").stream()
                .map(post -> post.owner().person())
                .distinct()
                .limit(100)
                .toList();
        done(instagram.follow(somebody(instagram).person()));

        Map<PersonId, Friendship> friendships = done(instagram.friendships(owners));

        assertThat(friendships.values().stream().filter(Friendship::following)).hasSize(1);
        Set<Person> gone = new HashSet<>(owners);
        gone.removeIf(person -> friendships.containsKey(person.id()));
        assertThat(gone)
                .isNotEmpty()
                .allSatisfy(person ->
                        assertThat(refusal(instagram.follow(person))).isInstanceOf(Refusal.UserNotFound.class));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.CHALLENGE_REQUIRED, Refusal.ChallengeRequired.class),
                arguments(Fault.CHECKPOINT_REQUIRED, Refusal.CheckpointRequired.class),
                arguments(Fault.CONSENT_REQUIRED, Refusal.ConsentRequired.class),
                arguments(Fault.LOGIN_REQUIRED, Refusal.LoginRequired.class),
                arguments(Fault.FEEDBACK_REQUIRED, Refusal.ActionBlocked.class),
                arguments(Fault.RATE_LIMITED, Refusal.RateLimited.class),
                arguments(Fault.USER_NOT_FOUND, Refusal.UserNotFound.class),
                arguments(Fault.PRIVATE_ACCOUNT, Refusal.PrivateAccount.class),
                arguments(Fault.SERVER_ERROR, Refusal.ServerError.class),
                arguments(Fault.DROP, Refusal.Unanswered.class),
                arguments(Fault.TRUNCATE, Refusal.BadResponse.class),
                arguments(Fault.NOT_JSON, Refusal.BadResponse.class),
                arguments(Fault.HTML, Refusal.BadResponse.class),
                arguments(Fault.REDIRECT_TO_LOGIN, Refusal.LoginRequired.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void names_what_went_wrong_and_never_asks_twice(Fault fault, Class<? extends Refusal> expected) {
        Instagram instagram = open("alma.plain");
        Profile target = somebody(instagram);
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault));

        assertThat(refusal(instagram.follow(target.person()))).isInstanceOf(expected);

        assertThat(truth(target)).isEqualTo(new Asked(1, 0, false));
        sandbox.clearScript();
        assertThat(done(instagram.friendship(target.person())).inForce()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP", "TRUNCATE", "NOT_JSON", "HTML", "SERVER_ERROR"})
    void does_not_deny_what_may_have_happened(Fault fault) {
        Instagram instagram = open("alma.plain");
        Profile target = somebody(instagram);
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault).afterTheEffect());

        Refusal refusal = refusal(instagram.follow(target.person()));

        assertThat(((Refusal.Failure) refusal).mayHaveHappened()).isTrue();
        assertThat(truth(target)).isEqualTo(new Asked(1, 1, true));
        sandbox.clearScript();
        assertThat(done(instagram.friendship(target.person())).inForce()).isTrue();
    }

    @Test
    void ends_within_its_deadline_when_the_answer_is_late() {
        Instagram patient = open("alma.plain");
        Profile target = somebody(patient);
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.DELAY).delayedBy(Duration.ofMinutes(5)));

        Instagram hasty = driver(Duration.ofMillis(500)).open(patient.session());

        assertThat(refusal(hasty.follow(target.person()))).isInstanceOf(Refusal.Unanswered.class);
    }

    @Test
    void believes_a_yes_that_is_none_until_it_looks() {
        Instagram instagram = open("alma.plain");
        Profile target = somebody(instagram);
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.NO_EFFECT));

        assertThat(done(instagram.follow(target.person())).following()).isTrue();
        assertThat(done(instagram.friendship(target.person())).following()).isFalse();
    }

    @Test
    void serves_many_accounts_at_once_without_mixing_them_up() throws InterruptedException, ExecutionException {
        Driver driver = driver();
        Instagram alma = open(driver, "alma.plain");
        List<Profile> targets = posts(alma, "travel").stream()
                .map(Media::owner)
                .filter(owner -> !owner.isPrivate())
                .distinct()
                .limit(20)
                .toList();
        PendingSignIn pending = pending(begin(driver, "tomas.totp"));
        Instagram tomas = driver.open(
                signedIn(driver.answer(pending, sandbox.totpCode("tomas.totp"))).session());

        List<Callable<Outcome<Friendship>>> calls = new ArrayList<>();
        targets.forEach(target -> calls.add(() -> alma.follow(target.person())));
        targets.forEach(target -> calls.add(() -> tomas.friendship(target.person())));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome<Friendship>> ended : threads.invokeAll(calls)) {
                assertThat(ended.get()).isInstanceOf(Outcome.class);
            }
        }

        assertThat(sandbox.follows("tomas.totp")).isEmpty();
        assertThat(sandbox.follows("alma.plain").stream()
                        .map(FollowTruth::target)
                        .collect(Collectors.toSet()))
                .isSubsetOf(targets.stream().map(Profile::username).collect(Collectors.toSet()));
        assertThat(sandbox.follows("alma.plain"))
                .allSatisfy(truth -> assertThat(truth.asked()).isEqualTo(1));
        assertThat(done(alma.currentUser()).username()).isEqualTo("alma.plain");
        assertThat(done(tomas.currentUser()).username()).isEqualTo("tomas.totp");
    }

    private Driver driver() {
        return driver(Duration.ofSeconds(10));
    }

    private Driver driver(Duration deadline) {
        Driver driver = driver(URI.create(sandbox.baseUrl()), deadline);
        opened.add(driver);
        return driver;
    }

    private Instagram open(String username) {
        return open(driver(), username);
    }

    private static Instagram open(Driver driver, String username) {
        return driver.open(signedIn(begin(driver, username)).session());
    }

    private static SignInOutcome begin(Driver driver, String username) {
        return driver.signIn(new SignIn(username, PASSWORD, driver.newIdentity(), null));
    }

    private static PendingSignIn withCodeSent(Driver driver, PendingSignIn pending) {
        return pending.method() == null ? pending(driver.sendCode(pending, VerificationMethod.EMAIL)) : pending;
    }

    private static List<Media> posts(Instagram instagram, String hashtag) {
        return pages(instagram, hashtag).flatMap(page -> page.items().stream()).toList();
    }

    /** Page by page, as far as they are wanted. */
    private static Stream<Page<Media>> pages(Instagram instagram, String hashtag) {
        return Stream.iterate(
                done(instagram.hashtag(hashtag, null)),
                Objects::nonNull,
                page -> page.next() == null ? null : done(instagram.hashtag(hashtag, page.next())));
    }

    /** A public person who exists. */
    private static Profile somebody(Instagram instagram) {
        return owner(instagram, owner -> !owner.isPrivate());
    }

    private static Profile owner(Instagram instagram, Predicate<Profile> wanted) {
        return pages(instagram, "travel")
                .flatMap(page -> page.items().stream())
                .map(Media::owner)
                .filter(wanted)
                .filter(owner -> instagram.person(owner.username()) instanceof Outcome.Done<Profile>)
                .findFirst()
                .orElseThrow();
    }

    private Asked truth(Profile target) {
        return sandbox.follows("alma.plain").stream()
                .filter(follow -> follow.target().equals(target.username()))
                .map(follow -> new Asked(follow.asked(), follow.times(), follow.inForce()))
                .findFirst()
                .orElse(new Asked(0, 0, false));
    }

    private String lastCode(String account) {
        List<OutboxCode> codes = sandbox.outbox(account);
        return codes.getLast().code();
    }

    private static PendingSignIn pending(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.NeedsVerification.class);
        return ((SignInOutcome.NeedsVerification) outcome).pending();
    }

    private static SignInOutcome.SignedIn signedIn(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        return (SignInOutcome.SignedIn) outcome;
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private record Asked(int asked, int times, boolean inForce) {}
}
