package org.guixue.roster;

/** Why a row is refused: at which column, and in Chinese what is wrong and the way out. */
public record RowProblem(String column, String message) {}
