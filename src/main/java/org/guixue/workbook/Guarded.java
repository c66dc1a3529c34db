package org.guixue.workbook;

import java.io.IOException;
import org.guixue.Refused;
import org.jspecify.annotations.Nullable;

/** Turns whatever a damaged file makes the parsers throw into a refusal. */
final class Guarded {
    private Guarded() {}

    interface Reading<T extends @Nullable Object> {
        T read() throws IOException;
    }

    static <T extends @Nullable Object> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Refused refused) {
            throw refused;
        } catch (IOException cutOff) {
            throw WorkbookRefusals.damaged("内容不完整");
        } catch (RuntimeException unreadable) {
            throw WorkbookRefusals.damaged("内容有错");
        }
    }
}
