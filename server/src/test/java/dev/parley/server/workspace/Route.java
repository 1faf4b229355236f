package dev.parley.server.workspace;

import dev.parley.server.testing.TestingParley;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A way into the running application, as the application itself knows it. */
record Route(String method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    static List<Route> all(TestingParley parley) {
        return parley.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> !pattern.equals("/error"))
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern, entry.getValue()))))
                .toList();
    }

    Optional<Right> right() {
        return Doorkeeper.statedBy(handler).map(Needs::value);
    }

    boolean isAcrossAccounts() {
        return Doorkeeper.statedBy(handler).filter(Needs::acrossAccounts).isPresent();
    }

    boolean needs(Right right) {
        return right().filter(right::equals).isPresent();
    }

    /** Given by a role in a workspace. */
    boolean isOfWorkspace() {
        return right().filter(WorkspaceRole.OWNER::may).isPresent();
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether its address, or its body, names a thing by an id. */
    boolean namesThings() {
        return !ids().isEmpty() || body().stream().anyMatch(TestingBody::namesThings);
    }

    /** Whether a call with this id says it, in its address or its body. */
    boolean names(UUID id) {
        return path("-", id).contains(id.toString()) || json(id).contains(id.toString());
    }

    boolean namesThingsInAddress() {
        return !ids().isEmpty();
    }

    /** The address with the workspace, and with one id for whatever else it names. */
    String path(String workspace, UUID id) {
        var ids = ids();
        return VARIABLE.matcher(pattern).replaceAll(found -> {
            var name = found.group(1);
            return name.equals("workspace") ? workspace : ids.contains(name) ? id.toString() : "word";
        });
    }

    /** Whether it can be asked about one thing by a parameter. */
    boolean asksAboutThings() {
        return asked().findAny().isPresent();
    }

    /** What asks about the thing with this id. */
    String query(UUID id) {
        return asked().map(parameter -> name(parameter, RequestParam.class) + "=" + id)
                .collect(Collectors.joining("&", "?", ""));
    }

    private Stream<Parameter> asked() {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .filter(parameter -> TestingBody.isId(parameter.getType()));
    }

    String json(UUID id) {
        return body().map(type -> TestingBody.of(type, id)).orElse("{}");
    }

    /** What a page's form sends: names and values in turn. */
    String[] form() {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> !isOptional(parameter))
                .flatMap(parameter -> parameter.isAnnotationPresent(RequestParam.class)
                        ? Stream.of(name(parameter, RequestParam.class), TestingBody.typed(parameter.getType()))
                        : parameter.isAnnotationPresent(Valid.class) ? fields(parameter.getType()) : Stream.empty())
                .toArray(String[]::new);
    }

    private static boolean isOptional(Parameter parameter) {
        var annotation = parameter.getAnnotation(RequestParam.class);
        return annotation != null && !annotation.required();
    }

    private static Stream<String> fields(Class<?> form) {
        return Arrays.stream(form.getRecordComponents())
                .flatMap(field -> Stream.of(field.getName(), TestingBody.typed(field.getType())));
    }

    private Optional<Class<?>> body() {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }

    /** The names of the variables that are ids; the workspace's is bound by its name. */
    private List<String> ids() {
        var typed = Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
                .filter(parameter -> TestingBody.isId(parameter.getType()))
                .map(parameter -> name(parameter, PathVariable.class));
        return Stream.concat(typed, pattern.contains("{workspace}") ? Stream.of("workspace") : Stream.empty())
                .toList();
    }

    private static String name(Parameter parameter, Class<? extends Annotation> annotation) {
        var given = MergedAnnotations.from(parameter).get(annotation).getString("name");
        return given.isEmpty() ? parameter.getName() : given;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
