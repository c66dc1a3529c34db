package org.guixue.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events are only ever inserted: nothing in the house, and no migration, changes or deletes one. */
class AppendOnlyTest {
    private static final Pattern CHANGE = Pattern.compile(
            "(?i)(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into|drop\\s+table)\\s+(audit_\\w+|Audit(Event|Link))");

    @Test
    void noStatementChangesOrDeletesAnEvent() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> guilty = files.filter(file -> file.toString().matches(".*\\.(java|sql|xml)"))
                    .filter(file -> CHANGE.matcher(text(file)).find())
                    .toList();
            assertEquals(List.of(), guilty);
        }
        assertTrue(CHANGE.matcher("delete from AuditEvent e").find());
    }

    @Test
    void noPublicMethodSetsWhatAnEventSays() {
        List<String> setters = Arrays.stream(AuditEvent.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == void.class)
                .map(method -> method.getName())
                .filter(name -> !name.startsWith("_persistence"))
                .toList();
        assertEquals(List.of(), setters);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
