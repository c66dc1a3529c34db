package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.ITagWorker;
import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.html2pdf.css.CssConstants;
import com.itextpdf.html2pdf.css.apply.ICssApplier;
import com.itextpdf.html2pdf.css.resolve.CssContext;
import com.itextpdf.styledxmlparser.css.ICssResolver;
import com.itextpdf.styledxmlparser.css.resolve.AbstractCssContext;
import com.itextpdf.styledxmlparser.css.util.CssDimensionParsingUtils;
import com.itextpdf.styledxmlparser.node.IElementNode;
import com.itextpdf.styledxmlparser.node.INode;
import java.util.IdentityHashMap;
import java.util.Map;

/** Gives the elements of one document the styles that the stock resolver gives, from memory where it can. */
final class RememberedStyles implements ICssResolver {
    private final StyleSheets.Known sheet;
    private final IdentityHashMap<INode, StyledPlace> places = new IdentityHashMap<>();

    RememberedStyles(StyleSheets.Known sheet, INode document) {
        this.sheet = sheet;
        places.put(document, sheet.root());
    }

    @Override
    public Map<String, String> resolveStyles(INode node, AbstractCssContext context) {
        StyledPlace parent = places.get(node.parentNode());
        if (parent == null) {
            return sheet.stock().resolveStyles(node, context);
        }
        StyledPlace place = parent.child(node, () -> sheet.stock().resolveStyles(node, context));
        places.put(node, place);
        Map<String, String> styles = place.styles();
        note(node, styles.get(CssConstants.FONT_SIZE), (CssContext) context);
        return styles;
    }

    /** Dresses an element whose styles were given, from memory where it can. */
    void dress(ICssApplier applier, ProcessorContext context, IElementNode element, ITagWorker worker) {
        StyledPlace place = places.get(element);
        if (place == null) {
            applier.apply(context, element, worker);
        } else {
            place.dress(applier, context, element, worker);
        }
    }

    /** Lengths in em and rem are measured by these. */
    private static void note(INode node, String fontSize, CssContext context) {
        if (node instanceof IElementNode element && "html".equals(element.name())) {
            context.setRootFontSize(fontSize);
        }
        context.setCurrentFontSize(CssDimensionParsingUtils.parseAbsoluteFontSize(fontSize));
    }
}
