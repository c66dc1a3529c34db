package org.guixue.yearbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guixue.calendar.HolidayYear;

/** A planned year as one JSON object: {@code {"daysOff": {day: name}, "worked": [day], "terms": [{office, term, starts, ends}]}}. */
final class PlannedYearColumn {
    private static final JsonMapper MAPPER = new JsonMapper();

    private PlannedYearColumn() {}

    static String written(PlannedYear year) {
        ObjectNode all = MAPPER.createObjectNode();
        year.holidays().ifPresent(holidays -> {
            ObjectNode daysOff = all.putObject("daysOff");
            holidays.daysOff().forEach((day, name) -> daysOff.put(day.toString(), name));
            ArrayNode worked = all.putArray("worked");
            holidays.workedWeekends().forEach(day -> worked.add(day.toString()));
        });
        ArrayNode terms = all.putArray("terms");
        year.terms().forEach(term -> terms.addObject()
                .put("office", term.office())
                .put("term", term.term())
                .put("starts", term.startsOn().toString())
                .put("ends", term.endsOn().toString()));
        return all.toString();
    }

    static PlannedYear read(int year, String content) {
        try {
            JsonNode all = MAPPER.readTree(content);
            List<TermDates> terms = new ArrayList<>();
            all.path("terms")
                    .forEach(term -> terms.add(new TermDates(
                            term.path("office").asLong(),
                            term.path("term").asText(),
                            LocalDate.parse(term.path("starts").asText()),
                            LocalDate.parse(term.path("ends").asText()))));
            return new PlannedYear(holidays(year, all), terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the plan of " + year + " cannot be read", e);
        }
    }

    private static Optional<HolidayYear> holidays(int year, JsonNode all) {
        if (all.path("daysOff").isEmpty()) {
            return Optional.empty();
        }
        Map<LocalDate, String> daysOff = new TreeMap<>();
        all.path("daysOff")
                .properties()
                .forEach(each -> daysOff.put(
                        LocalDate.parse(each.getKey()), each.getValue().asText()));
        TreeSet<LocalDate> worked = new TreeSet<>();
        all.path("worked").forEach(day -> worked.add(LocalDate.parse(day.asText())));
        return Optional.of(new HolidayYear(year, daysOff, worked));
    }
}
