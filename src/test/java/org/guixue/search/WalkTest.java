package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {
    /** More than one stride. */
    private static final int CHILDREN = 10_050;

    @TempDir
    private Path folder;

    @Test
    void handsOverEveryChildInScopeOnceInTheOrderOfThePages() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            for (int id = 1; id <= CHILDREN; id++) {
                index.putStudent(Records.student(id, "王小" + (char) ('一' + id % 900)), id);
            }
            index.refresh();
            StudentQuery all = new StudentQuery("", Optional.empty(), Optional.empty(), 1, 200);
            List<Long> walked = new ArrayList<>();
            index.walkStudents(all, Records.COUNTY, ids -> {
                assertTrue(ids.size() <= 500);
                walked.addAll(ids);
            });
            assertEquals(CHILDREN, walked.size());
            assertEquals(CHILDREN, walked.stream().distinct().count());
            assertEquals(index.students(all, Records.COUNTY).ids(), walked.subList(0, 200));
            List<Long> south = new ArrayList<>();
            index.walkStudents(all, Records.SOUTH_ONLY, south::addAll);
            assertEquals(CHILDREN / 2, south.size());
            assertTrue(south.stream().allMatch(id -> id % 2 == 0));
        }
    }

    @Test
    void handsOverTheRecordsThatASearchFinds() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            for (int id = 1; id <= 120; id++) {
                index.put(Records.of(id, "李四", "上门劝返", "智力残疾"), id);
            }
            index.refresh();
            List<Long> east = new ArrayList<>();
            index.walk(SearchQuery.of("李四"), Records.EAST_ONLY, false, paper -> east.add(paper.id()));
            assertEquals(60, east.size());
            List<Long> hidden = new ArrayList<>();
            index.walk(SearchQuery.of("智力残疾"), Records.COUNTY, false, paper -> hidden.add(paper.id()));
            assertEquals(List.of(), hidden);
        }
    }
}
