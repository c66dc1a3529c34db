package org.guixue.system;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A method and path that the application answers, as its compiled classes say.
 *
 * @param consumes first media type that the method takes; empty where it does not say
 */
record Route(String method, String path, String consumes) {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    /** Without the patterns that narrow a path's variables, so that a row reads well. */
    String name() {
        return method + " " + path;
    }

    /** All routes, in the order of their paths. Where two methods differ by what they take alone, the first counts. */
    static Map<String, Route> all() {
        Map<String, Route> routes = new LinkedHashMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.guixue").stream()
                        .flatMap(Route::of)
                        .sorted(Comparator.comparing((Route route) -> route.path())
                                .thenComparing(route -> route.method())
                                .thenComparing(route -> route.consumes()))
                        .forEach(route -> routes.putIfAbsent(route.name(), route));
        return routes;
    }

    private static Stream<Route> of(JavaClass type) {
        return type.getMethods().stream().flatMap(method -> METHODS.stream()
                .filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))
                .map(verb -> new Route(verb, pathOf(type, method), typeOf(type, method))));
    }

    private static String pathOf(JavaClass type, JavaMethod method) {
        String joined = "/" + text(type, "Path") + "/" + text(method, "Path");
        String plain = joined.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String typeOf(JavaClass type, JavaMethod method) {
        String own = text(method, "Consumes");
        return own.isEmpty() ? text(type, "Consumes") : own;
    }

    private static String text(HasAnnotations<?> annotated, String annotation) {
        return annotated
                .tryGetAnnotationOfType("jakarta.ws.rs." + annotation)
                .map(Route::value)
                .orElse("");
    }

    private static String value(JavaAnnotation<?> annotation) {
        Object value = annotation.get("value").orElse("");
        return value instanceof Object[] several ? String.valueOf(several[0]) : String.valueOf(value);
    }
}
