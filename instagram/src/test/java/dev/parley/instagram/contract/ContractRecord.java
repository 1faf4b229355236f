package dev.parley.instagram.contract;

import dev.parley.instagram.Capability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Hands what each test has shown of a driver to the {@link ContractTable}. */
public final class ContractRecord implements AfterEachCallback, AfterAllCallback {

    private static final Namespace OWN = Namespace.create(ContractRecord.class);

    /** What the tests of one class have shown, by driver and row. */
    private record Shown(Map<ContractTable.Cell, List<ContractTable.Result>> results) {}

    @Override
    public void afterEach(ExtensionContext test) {
        Object instance = test.getRequiredTestInstance();
        if (instance instanceof CapabilityContract suite) {
            suite.driverName().ifPresent(driver -> add(test, new ContractTable.Cell(driver, suite.row())));
            return;
        }
        AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), Shows.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), Shows.class))
                .ifPresent(shows -> {
                    for (Capability capability : shows.value()) {
                        add(test, new ContractTable.Cell(shows.driver(), capability.name()));
                    }
                    if (shows.faults()) {
                        add(test, new ContractTable.Cell(shows.driver(), ContractTable.FAULTS));
                    }
                });
    }

    private static void add(ExtensionContext test, ContractTable.Cell cell) {
        ExtensionContext ofClass = test.getParent()
                .filter(parent -> parent.getTestMethod().isEmpty())
                .or(() -> test.getParent().flatMap(ExtensionContext::getParent))
                .orElse(test);
        ofClass.getStore(OWN)
                .computeIfAbsent(test.getRequiredTestClass(), _ -> new Shown(new LinkedHashMap<>()), Shown.class)
                .results
                .computeIfAbsent(cell, _ -> new ArrayList<>())
                .add(result(test));
    }

    private static ContractTable.Result result(ExtensionContext test) {
        String name = test.getRequiredTestMethod().getName();
        return test.getExecutionException()
                .map(thrown -> thrown instanceof TestAbortedException skipped
                        ? ContractTable.Result.skipped(name, String.valueOf(skipped.getMessage()))
                        : ContractTable.Result.failed(name))
                .orElseGet(() -> ContractTable.Result.green(name));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        Shown shown = tests.getStore(OWN).get(tests.getRequiredTestClass(), Shown.class);
        if (shown != null) {
            ContractTable.record(tests.getRequiredTestClass().getName(), shown.results);
        }
    }
}
