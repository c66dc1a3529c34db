package org.guixue.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.Samples;

/** One form, filled, and the ways to make it. */
record Candidate(String form, Map<String, Supplier<byte[]>> ways) {
    static List<Candidate> all() throws IOException {
        Stock stock = new Stock();
        Renderer renderer = new Renderer(Samples.FONTS);
        String html = Samples.notice("张三");
        Map<String, Supplier<byte[]>> ways = new LinkedHashMap<>();
        ways.put("render, ours", () -> renderer.render(Samples.paper(html)).pdf());
        ways.put("render, stock", () -> stock.render(html));
        return List.of(new Candidate("notice", ways));
    }
}
