package org.guixue.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guixue.office.Task;

/**
 * What is due as a calendar (RFC 5545): an all-day event for each last day, lines folded at 75 octets, no child's name. What has
 * no last day is not in it.
 */
final class CalendarText {
    private static final int LONGEST_LINE_OCTETS = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    static String of(List<Task> tasks, LocalDate today, Instant now) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Guixue//Due//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("X-WR-CALNAME:" + escaped("归学待办"));
        calendar.line("X-PUBLISHED-TTL:PT6H");
        tasks.stream().filter(task -> task.dueOn().isPresent()).forEach(task -> calendar.event(task, today, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Task task, LocalDate today, Instant now) {
        LocalDate day = task.dueOn().orElseThrow();
        line("BEGIN:VEVENT");
        line("UID:" + task.id() + "@guixue");
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped((task.overdue(today) ? "【已逾期】" : "") + task.title() + subject(task)));
        line("DESCRIPTION:" + escaped(description(task)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The case by its number: who the child is stays in the house. */
    private static String subject(Task task) {
        return task.concern().caseFile().isPresent()
                ? "（第%d号个案）".formatted(task.concern().caseFile().getAsLong())
                : "";
    }

    private static String description(Task task) {
        String must = task.concern().must();
        return must.isEmpty() ? "依据：" + task.source() : must + "\n依据：" + task.source();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Folded between characters, never within one. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += length;
            i += character.length();
        }
        text.append("\r\n");
    }
}
