package org.guixue.workbook;

import java.util.List;

/** A row of a workbook and what it would do. */
public interface PlannedRow {
    /** As the program numbers it. */
    int row();

    PlannedVerdict verdict();

    /** Each change, or each reason with its cell; in Chinese. */
    List<String> what();
}
