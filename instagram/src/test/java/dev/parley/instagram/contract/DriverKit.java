package dev.parley.instagram.contract;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One driver as the suites meet it: how it is made, how accounts get signed in, and what it leaves out, with reasons. */
public interface DriverKit {

    /** A driver that speaks to this sandbox; each of its calls ends within the deadline. */
    Driver driver(SandboxServer sandbox, Duration deadline);

    /** Each capability that the driver does not have, with the reason. */
    Map<Capability, String> missing();

    /** Why the driver leaves out one test of a suite; {@code test} is the method's name. */
    default Optional<String> skips(String test) {
        return Optional.empty();
    }

    /** Signs an account in, in whatever way the driver does that. */
    default SessionSnapshot session(Driver driver, SandboxServer sandbox, String account) {
        return PasswordSignIn.complete(driver, sandbox, account);
    }

    /** Somebody of the sandbox's world, as this driver names them to this account. */
    default Person person(dev.parley.sandbox.world.Person somebody, Instagram instagram, SandboxServer sandbox) {
        return new Person(new PersonId(Long.toString(somebody.id())), somebody.username());
    }

    /** The same for somebody who can be written to now. */
    default Person correspondent(dev.parley.sandbox.world.Person somebody, Instagram instagram, SandboxServer sandbox) {
        return person(somebody, instagram, sandbox);
    }

    /** A post of the sandbox's world, as this driver names it. */
    default Post post(dev.parley.sandbox.world.Post post) {
        return new Post(new MediaId(post.id()), post.code());
    }

    /** The faults that can hit a call of this driver. */
    default Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.GRAPH_ERROR));
    }

    /** How many requests a fault may meet before the call ends: more than one only where something below the driver asks again. */
    default int requestsMeeting(Fault fault) {
        return 1;
    }

    /** What a fault in a call must become: a refusal's class, or {@code Outcome.Done} where the call succeeds all the same. */
    default Class<?> expected(Call call, Fault fault) {
        return FaultMeanings.ofTheApp(fault);
    }
}
