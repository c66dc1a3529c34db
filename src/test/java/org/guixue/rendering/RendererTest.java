package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RendererTest {
    private final Renderer renderer = new Renderer(Samples.FONTS);

    @Test
    void makesOnePageThatConforms() throws Exception {
        Rendered rendered = renderer.render(Samples.paper(Samples.notice("欧阳·𠮷")));
        Files.write(Path.of("target/notice.pdf"), rendered.pdf());
        assertEquals(1, rendered.pages());
        ConformityCheck.assertConforms(rendered.pdf());
    }
}
