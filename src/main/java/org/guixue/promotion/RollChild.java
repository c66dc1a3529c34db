package org.guixue.promotion;

import java.time.LocalDate;
import org.guixue.person.StudentState;

/** As much of a child on a school's roll as the turn of the year has to know. */
public record RollChild(
        long id, String name, StudentState state, String grade, String schoolClass, LocalDate enteredOn) {}
