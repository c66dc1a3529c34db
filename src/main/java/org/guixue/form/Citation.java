package org.guixue.form;

import java.time.LocalDate;
import java.util.Optional;

/** One version of one article, as law.json holds it. */
public record Citation(
        String id, String title, String article, String text, LocalDate from, Optional<LocalDate> until) {
    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && until.map(end -> !day.isAfter(end)).orElse(true);
    }

    /** 《title》article规定：“text” */
    @Override
    public String toString() {
        return "《" + title + "》" + article + "规定：“" + text + "”";
    }
}
