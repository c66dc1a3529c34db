package org.guixue.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short form of the benchmark: loose, because it runs on busy machines with code that is hardly warm. */
class RenderBenchTest {
    private static final Set<String> MEASURED = Set.of(
            "haikou/home-visit-record",
            "jiangxi/dropout-registration",
            "national/duty-agreement",
            "shangtianti/persuasion-notice",
            "shifan/enrolment-certificate");

    @Test
    void papersAreSmallAndClearlyFasterThanStock() throws IOException {
        List<Candidate> candidates = Candidate.all().stream()
                .filter(candidate -> MEASURED.contains(candidate.form()))
                .toList();
        assertEquals(MEASURED.size(), candidates.size());
        Map<String, Map<String, RenderBench.Result>> results =
                RenderBench.measure(candidates, Set.of(Candidate.RENDER, Candidate.STOCK_RENDER), 25, 8);
        double ratio = RenderBench.ratio(results, Candidate.RENDER, Candidate.STOCK_RENDER);
        assertTrue(ratio > 2, "ratio: " + ratio);
        for (Candidate candidate : candidates) {
            int bytes = candidate.ways().get(Candidate.RENDER_AND_SEAL).get().length;
            assertTrue(bytes <= 120_000, candidate.form() + " has bytes: " + bytes);
        }
    }
}
