package dev.parley.journeys.testing;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In a process that is started with it as its agent, the machine's clock is off by what is said: for the Java library and for every
 * other class that asks for the time.
 */
public final class ClockAgent implements ClassFileTransformer {

    private static final String SYSTEM = "java/lang/System";
    private static final String MILLIS = "currentTimeMillis";
    private static final String CLOCK = "java/time/Clock";
    private static final String INSTANT_NOW = "currentInstant";
    private static final ClassDesc INSTANT = Instant.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc PLUS = MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long);

    private final long off;

    private ClockAgent(long off) {
        this.off = off;
    }

    /** Called by Java before {@code main}. */
    public static void premain(String off, Instrumentation java) throws Exception {
        java.addTransformer(new ClockAgent(Duration.parse(off).toMillis()), true);
        var loaded = Stream.of(java.getAllLoadedClasses())
                .filter(java::isModifiableClass)
                .filter(type -> type.getName().startsWith("java."))
                .toArray(Class<?>[]::new);
        java.retransformClasses(loaded);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> type,
            @Nullable ProtectionDomain domain,
            byte[] code) {
        if (!new String(code, StandardCharsets.ISO_8859_1).contains(MILLIS)) {
            return null;
        }
        try {
            return adjusted(loader, name.equals(CLOCK), code);
        } catch (RuntimeException | Error broken) {
            System.err.println("The clock is right for " + name + ", against what was wished: " + broken);
            return null;
        }
    }

    private byte[] adjusted(@Nullable ClassLoader loader, boolean isClock, byte[] code) {
        var classFile = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy(loader)));
        var bodies = ClassTransform.transformingMethodBodies(this::afterMillis);
        if (isClock) {
            bodies = bodies.andThen(ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString(INSTANT_NOW), this::beforeReturn));
        }
        return classFile.transformClass(classFile.parse(code), bodies);
    }

    private static ClassHierarchyResolver hierarchy(@Nullable ClassLoader loader) {
        return loader == null
                ? ClassHierarchyResolver.defaultResolver()
                : ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
    }

    private void afterMillis(CodeBuilder code, CodeElement element) {
        code.with(element);
        if (element instanceof InvokeInstruction call
                && call.opcode() == Opcode.INVOKESTATIC
                && call.owner().name().equalsString(SYSTEM)
                && call.name().equalsString(MILLIS)) {
            code.loadConstant(off).ladd();
        }
    }

    private void beforeReturn(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            code.loadConstant(off).invokevirtual(INSTANT, "plusMillis", PLUS);
        }
        code.with(element);
    }
}
