package org.guixue.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short form of the benchmark: loose, because it runs on busy machines. */
class RenderBenchTest {
    @Test
    void aNoticeIsSmallAndAtLeastTwiceAsFastAsStock() throws IOException {
        Candidate notice = Candidate.all().stream()
                .filter(candidate -> candidate.form().contains("persuasion-notice"))
                .findFirst()
                .orElseThrow();
        Map<String, RenderBench.Result> results = RenderBench.measure(notice.ways(), 15, 3, 500);
        double ratio = results.get(Candidate.RENDER).documentsPerCpuSecond()
                / results.get(Candidate.STOCK_RENDER).documentsPerCpuSecond();
        assertTrue(ratio >= 2, "ratio: " + ratio);
        int bytes = results.get(Candidate.RENDER_AND_SEAL).bytes();
        assertTrue(bytes <= 120_000, "bytes: " + bytes);
    }
}
