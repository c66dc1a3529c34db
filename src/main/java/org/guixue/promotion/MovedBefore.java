package org.guixue.promotion;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * That a child moved on a day, and where it stood before.
 *
 * @param fromSchool empty where it had none
 */
record MovedBefore(LocalDate on, String fromGrade, OptionalLong fromSchool) {}
