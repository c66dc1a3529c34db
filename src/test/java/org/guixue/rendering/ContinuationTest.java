package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuationTest {
    private static final String COMMON =
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    private final Renderer renderer = new Renderer(Samples.FONTS);

    private static String sentences(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int words = 4 + random.nextInt(14);
            for (int i = 0; i < words; i++) {
                text.append(COMMON.charAt(random.nextInt(COMMON.length())));
            }
            text.append("，。；！".charAt(random.nextInt(4)));
        }
        return text.substring(0, length);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "").replaceAll("第\\d+页共\\d+页", "");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 4_000, 40_000})
    void textInACellContinuesCompletely(int length) throws IOException {
        String story = sentences(length, 7);
        String body = "<h1>家访记录表</h1><table><tr><th scope=\"row\">家访交流内容</th><td colspan=\"3\" class=\"tall\" "
                + "style=\"text-align:left\" data-continue=\"家访交流内容\">" + story + "</td></tr></table><p>家长签名：</p>";
        Rendered rendered = renderer.render(Samples.paper(Samples.html(body)));
        Files.write(Path.of("target/continued-" + length + ".pdf"), rendered.pdf());

        String all = text(rendered.pdf()).replace("《劝返复学通知书》东小访〔2026〕12号附页", "").replace("家长签名：", "");
        if (length == 150) {
            assertEquals(1, rendered.pages());
            assertTrue(all.contains(story), all);
        } else {
            assertTrue(rendered.pages() > 1);
            assertTrue(all.contains("（续附页）附页：家访交流内容"), all);
            assertTrue(all.replace("（续附页）附页：家访交流内容", "").contains(story), "text is lost or out of order");
        }
        ConformityCheck.assertConforms(rendered.pdf());
    }

    @Test
    void severalBlocksAndATableContinueUnderTheirHeadings() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("<tr><td>第").append(i).append("次</td><td>家访</td></tr>");
        }
        String first = sentences(1500, 1);
        String body = "<h1>登记表</h1><div class=\"tall\" data-continue=\"辍学原因\"><p>" + first + "</p></div>"
                + "<div class=\"tall\" data-continue=\"劝返过程\"><table><thead><tr><th scope=\"col\">次</th><th scope=\"col\">方式</th></tr></thead><tbody>"
                + rows + "</tbody></table></div><div class=\"tall\" data-continue=\"其他\"><p>短。</p></div>";
        Rendered rendered = renderer.render(Samples.paper(Samples.html(body)));
        Files.write(Path.of("target/continued-table.pdf"), rendered.pdf());

        String all = text(rendered.pdf());
        assertTrue(all.contains("附页：辍学原因"));
        assertTrue(all.contains("附页：劝返过程"));
        assertFalse(all.contains("附页：其他"));
        for (int i = 1; i <= 60; i++) {
            assertEquals(2, all.split("第" + i + "次", -1).length, "row " + i);
        }
        assertTrue(all.replaceAll("（续附页）.*附页：辍学原因", "").contains(first));
        ConformityCheck.assertConforms(rendered.pdf());
    }
}
