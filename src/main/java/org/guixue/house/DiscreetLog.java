package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps names, ID numbers and telephones out of the log, whoever logs: the statements of a database's failure, addresses with
 * what somebody searched for, the text that a parser did not understand. What a line says in English stays, so do classes and
 * places of a failure; Han characters, what is quoted in a failure, long numbers, encoded text and the questions of addresses
 * do not. What the house says of its own forms and fonts, in Chinese, is let through.
 */
@ApplicationScoped
public class DiscreetLog implements Filter {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·〇]+");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2}){2,}|(?:\\\\u[0-9A-Fa-f]{4})+");
    /** ID numbers, telephones, passports wherever they stand; other long numbers where they stand alone and count no bytes. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[0-9Xx](?!\\d)"
            + "|(?<!\\d)1[3-9]\\d{9}(?!\\d)(?! bytes)"
            + "|(?<![0-9A-Za-z.-])[A-Za-z]{0,3}\\d{7,}(?![0-9A-Za-z.-])(?! bytes)");

    private static final Pattern QUESTION = Pattern.compile("([/\\w])\\?[^\\s\"'<>]+=[^\\s\"'<>]*");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\n]*)'|\"([^\"\\n]*)\"");

    /** What a database adds of a row, and what a statement was given. */
    private static final Pattern OF_A_ROW = Pattern.compile("(Detail: |bind => \\[|Failing row contains )[^\\n]*");

    /** Names of tables, columns and constraints. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z][A-Z0-9_]*|[a-z][a-z0-9_]*");

    private static final String OWN_FORMS = OpenPress.class.getName();
    private static final int DEEPEST = 20;

    /** From now on, at every handler that there is. */
    void begin() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(this);
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (!OWN_FORMS.equals(record.getLoggerName())) {
            record.setMessage(line(record.getMessage()));
            Object[] parameters = record.getParameters();
            if (parameters != null) {
                record.setParameters(
                        Arrays.stream(parameters).map(DiscreetLog::parameter).toArray());
            }
        }
        if (record.getThrown() != null && !(record.getThrown() instanceof Untold)) {
            record.setThrown(new Untold(record.getThrown(), 0));
        }
        return true;
    }

    private static @Nullable Object parameter(@Nullable Object given) {
        if (given instanceof Throwable failure) {
            return new Untold(failure, 0);
        }
        return given == null || given instanceof Number || given instanceof Boolean ? given : line(given.toString());
    }

    /** One line of a log without what may be somebody's. */
    static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String discreet = QUESTION.matcher(text).replaceAll("$1?…");
        discreet = ENCODED.matcher(discreet).replaceAll("…");
        discreet = HAN.matcher(discreet).replaceAll("…");
        return LONG_NUMBER.matcher(discreet).replaceAll("…");
    }

    /** The message of a failure, which may quote anything. */
    static String message(@Nullable String text) {
        String plain = OF_A_ROW.matcher(text == null ? "" : text).replaceAll("$1…");
        return line(QUOTED.matcher(plain).replaceAll(DiscreetLog::quoted));
    }

    private static String quoted(java.util.regex.MatchResult found) {
        String inside = Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
        return Matcher.quoteReplacement(
                inside.indexOf('_') > 0 && IDENTIFIER.matcher(inside).matches() ? found.group() : "'…'");
    }

    /** A failure as the log may tell it: what it was, where, and why, without what it quotes. */
    static final class Untold extends Exception {
        private static final long serialVersionUID = 1;

        private final String kind;

        Untold(Throwable failure, int depth) {
            super(message(failure.getMessage()), cause(failure, depth), true, true);
            kind = failure.getClass().getName();
            setStackTrace(failure.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable failure, int depth) {
            return failure.getCause() == null || depth == DEEPEST ? null : new Untold(failure.getCause(), depth + 1);
        }

        /** Under the name of the failure that it stands for: whoever reads the log looks for that. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return getLocalizedMessage().isEmpty() ? kind : kind + ": " + getLocalizedMessage();
        }
    }
}
