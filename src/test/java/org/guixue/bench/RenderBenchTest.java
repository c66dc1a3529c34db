package org.guixue.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The short form of the benchmark: loose, because it runs on busy machines with code that is hardly warm. */
class RenderBenchTest {
    @Test
    void aNoticeIsSmallAndClearlyFasterThanStock() throws IOException {
        Candidate notice = Candidate.all().stream()
                .filter(candidate -> candidate.form().contains("persuasion-notice"))
                .findFirst()
                .orElseThrow();
        Map<String, Supplier<byte[]>> rendering = new LinkedHashMap<>(notice.ways());
        rendering.keySet().retainAll(Set.of(Candidate.RENDER, Candidate.STOCK_RENDER));
        Map<String, RenderBench.Result> results = RenderBench.measure(rendering, 50, 4, 500);
        double ratio = results.get(Candidate.RENDER).documentsPerCpuSecond()
                / results.get(Candidate.STOCK_RENDER).documentsPerCpuSecond();
        assertTrue(ratio >= 1.5, "ratio: " + ratio);
        int bytes = notice.ways().get(Candidate.RENDER_AND_SEAL).get().length;
        assertTrue(bytes <= 120_000, "bytes: " + bytes);
    }
}
