package dev.parley.sandbox;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a sandbox: one server for a test class and its nested classes, begun anew for each test, and handed to methods and
 * constructors that have a parameter of type {@link SandboxServer}. Tests of one class must not run at the same time as each other.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class FollowingTest {
 *     @Test
 *     void follows_once(SandboxServer sandbox) { … }
 * }
 * }</pre>
 */
public final class SandboxExtension implements BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SandboxExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox(context).beginAnew();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SandboxServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox(context).server();
    }

    private static Running sandbox(ExtensionContext context) {
        return outermost(context).getStore(NAMESPACE).computeIfAbsent(Running.class);
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext found = context;
        while (found.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            found = found.getParent().get();
        }
        return found;
    }

    /** Closed by JUnit with the class it belongs to. */
    static final class Running implements AutoCloseable {
        private final SandboxServer server = SandboxServer.builder().start();

        SandboxServer server() {
            return server;
        }

        void beginAnew() {
            server.reset();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
