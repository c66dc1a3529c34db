package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.html2pdf.ConverterProperties;
import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.html2pdf.css.resolve.DefaultCssResolver;
import com.itextpdf.styledxmlparser.css.ICssResolver;
import com.itextpdf.styledxmlparser.node.IDocumentNode;
import com.itextpdf.styledxmlparser.node.IElementNode;
import com.itextpdf.styledxmlparser.node.INode;
import com.itextpdf.styledxmlparser.node.impl.jsoup.JsoupHtmlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.guixue.form.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedStylesTest {
    private static final StyleSheets SHEETS = new StyleSheets();

    @ParameterizedTest
    @MethodSource("org.guixue.rendering.FormsOnPaperTest#forms")
    void areTheStockResolversForEveryElementOfEveryForm(Form form) {
        for (String set : List.of("sample", "edge")) {
            String html = FormsOnPaperTest.paper(form, set).html();
            IDocumentNode root = new JsoupHtmlParser().parse(html);
            ProcessorContext context = new ProcessorContext(new ConverterProperties());
            StyleSheets.Known known = SHEETS.of(html, root, context).orElseThrow();
            List<Map<String, String>> remembered = styles(root, new RememberedStyles(known, root), context);
            List<Map<String, String>> stock = styles(root, new DefaultCssResolver(root, context), context);
            assertTrue(stock.size() > 20);
            assertEquals(stock, remembered);
        }
    }

    /** A pseudo-class anywhere leaves the whole paper to the converter. */
    @ParameterizedTest
    @MethodSource("org.guixue.rendering.FormsOnPaperTest#forms")
    void drawWhatTheConverterDrawsToTheLastByte(Form form) throws IOException {
        Renderer renderer = new Renderer(Samples.FONTS);
        for (String set : List.of("edge")) {
            Paper paper = FormsOnPaperTest.paper(form, set);
            String unsteady = paper.html().replace("</style>", ".none:first-child { color: red }</style>");
            List<String> stock =
                    contents(renderer, Paper.of(unsteady, paper.about()).withPictures(FormsOnPaperTest.pictures(form)));
            List<String> remembered = contents(
                    renderer, Paper.of(paper.html(), paper.about()).withPictures(FormsOnPaperTest.pictures(form)));
            assertEquals(stock, remembered);
        }
    }

    private static List<String> contents(Renderer renderer, Paper paper) throws IOException {
        List<String> contents = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(renderer.render(paper).pdf())) {
            for (PDPage page : document.getPages()) {
                contents.add(new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static List<Map<String, String>> styles(INode node, ICssResolver resolver, ProcessorContext context) {
        List<Map<String, String>> all = new ArrayList<>();
        for (INode child : node.childNodes()) {
            if (child instanceof IElementNode element) {
                element.setStyles(resolver.resolveStyles(element, context.getCssContext()));
                all.add(element.getStyles());
                all.addAll(styles(child, resolver, context));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sheet p:first-child { color: red }",
                ".sheet p + p { color: red }",
                ".sheet p::before { content: 'x' }",
                "@page { @bottom-center { content: counter(page) } }"
            })
    void areNotTriedWhereTheWayToAnElementDoesNotTell(String css) {
        assertEquals(Optional.empty(), known(css));
    }

    @Test
    void areTriedForPlainRules() {
        assertTrue(known(
                        "@page { size: A4 } @page :first { margin: 1mm } .sheet > p.a { color: red } @media screen { .b { color: blue } }")
                .isPresent());
    }

    private static Optional<StyleSheets.Known> known(String css) {
        String html = "<html><head><style>" + css + "</style></head><body class=\"sheet\"><p>x</p></body></html>";
        ProcessorContext context = new ProcessorContext(new ConverterProperties());
        return SHEETS.of(html, new JsoupHtmlParser().parse(html), context);
    }
}
