package dev.parley.cli.demo;

import dev.parley.cli.instance.Instance;
import dev.parley.cli.instance.SandboxProcess;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Where the story takes place.
 *
 * @param parley the server's API, in nobody's name
 * @param truth the sandbox's admin API
 */
record Scene(Instance instance, Narrator narrator, Api parley, Api truth) {

    static Scene on(Instance instance, Narrator narrator, HttpClient http) {
        var sandbox = instance.sandbox().map(SandboxProcess::address).orElseThrow();
        return new Scene(instance, narrator, Api.ofNobody(http, instance::address), Api.ofNobody(http, () -> sandbox));
    }

    void step(String what, Runnable happening) {
        narrator.step(what, happening);
    }

    /** A step that brings something that later ones need. */
    <T> T stepTo(String what, Supplier<T> happening) {
        var brought = new AtomicReference<T>();
        narrator.step(what, () -> brought.set(happening.get()));
        return brought.get();
    }
}
