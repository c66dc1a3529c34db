package org.guixue.rendering;

import com.itextpdf.commons.actions.EventManager;
import com.itextpdf.html2pdf.ConverterProperties;
import com.itextpdf.html2pdf.actions.events.PdfHtmlProductEvent;
import com.itextpdf.html2pdf.attach.Attacher;
import com.itextpdf.html2pdf.attach.ITagWorker;
import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.html2pdf.attach.State;
import com.itextpdf.html2pdf.attach.impl.tags.HtmlTagWorker;
import com.itextpdf.html2pdf.css.CssConstants;
import com.itextpdf.html2pdf.css.apply.ICssApplier;
import com.itextpdf.html2pdf.css.apply.util.PageBreakApplierUtil;
import com.itextpdf.html2pdf.css.apply.util.TextDecorationApplierUtil;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.Document;
import com.itextpdf.styledxmlparser.node.IDocumentNode;
import com.itextpdf.styledxmlparser.node.IElementNode;
import com.itextpdf.styledxmlparser.node.INode;
import com.itextpdf.styledxmlparser.node.ITextNode;
import com.itextpdf.styledxmlparser.node.impl.jsoup.JsoupHtmlParser;
import java.util.Optional;

/**
 * Turns HTML into a laid-out document by the converter's own workers, as the converter would, but with styles from
 * memory. HTML whose style depends on more than the way to an element (pseudo-classes, generated content, counters,
 * margin boxes) is left to the converter.
 */
final class HtmlLayout {
    private final ProcessorContext context;
    private final RememberedStyles styles;

    private HtmlLayout(ProcessorContext context, RememberedStyles styles) {
        this.context = context;
        this.styles = styles;
    }

    static Document of(String html, PdfDocument pdf, ConverterProperties properties, PaperCss css, StyleSheets sheets) {
        IDocumentNode root = new JsoupHtmlParser().parse(withSumsOnce(html.replace("&nbsp;", "\u00a0")));
        ProcessorContext context = new ProcessorContext(properties);
        context.reset(pdf);
        Optional<StyleSheets.Known> sheet = sheets.of(html, root, context);
        if (sheet.isEmpty()) {
            return Attacher.attach(root, pdf, properties);
        }
        EventManager.getInstance()
                .onEvent(PdfHtmlProductEvent.createConvertHtmlEvent(pdf.getDocumentIdWrapper(), null));
        context.setCssStyleSheet(sheet.get().stock().getCssStyleSheet());
        RememberedStyles styles = new RememberedStyles(sheet.get(), root);
        css.remember(styles);
        return new HtmlLayout(context, styles).document(root);
    }

    /** The converter repeats a table's foot on every page, where a reader would take the whole sum for that of the page. */
    private static String withSumsOnce(String html) {
        return html.replace("<tfoot", "<tbody").replace("</tfoot>", "</tbody>");
    }

    private Document document(IDocumentNode root) {
        IElementNode html = root.childNodes().stream()
                .filter(node -> node instanceof IElementNode element && "html".equals(element.name()))
                .map(IElementNode.class::cast)
                .findFirst()
                .orElseThrow();
        html.setStyles(styles.resolveStyles(html, context.getCssContext()));
        HtmlTagWorker worker = (HtmlTagWorker) context.getTagWorkerFactory().getTagWorker(html, context);
        context.getState().push(worker);
        worker.processPageRules(html, styles, context);
        dress(html, worker);
        TextDecorationApplierUtil.propagateTextDecorationProperties(html);
        html.childNodes().forEach(this::visit);
        worker.processEnd(html, context);
        context.getState().pop();
        return (Document) worker.getElementResult();
    }

    private void visit(INode node) {
        if (node instanceof IElementNode element) {
            element.setStyles(styles.resolveStyles(element, context.getCssContext()));
            if (!CssConstants.NONE.equals(element.getStyles().get(CssConstants.DISPLAY))) {
                visitShown(element);
            }
        } else if (node instanceof ITextNode text) {
            context.getState().top().processContent(text.wholeText(), context);
        }
    }

    private void visitShown(IElementNode element) {
        ITagWorker worker = context.getTagWorkerFactory().getTagWorker(element, context);
        State state = context.getState();
        if (worker != null) {
            state.push(worker);
        }
        boolean isBody = "body".equals(element.name());
        if (isBody) {
            dress(element, worker);
        }
        TextDecorationApplierUtil.propagateTextDecorationProperties(element);
        element.childNodes().forEach(this::visit);
        if (worker != null) {
            worker.processEnd(element, context);
            state.pop();
            if (!isBody) {
                dress(element, worker);
            }
            PageBreakApplierUtil.addPageBreakElementBefore(context, state.top(), element, worker);
            state.top().processTagChild(worker, context);
            PageBreakApplierUtil.addPageBreakElementAfter(context, state.top(), element, worker);
        }
        element.setStyles(null);
    }

    private void dress(IElementNode element, ITagWorker worker) {
        ICssApplier applier = context.getCssApplierFactory().getCssApplier(element);
        if (applier != null) {
            applier.apply(context, element, worker);
        }
    }
}
