package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.impl.layout.HtmlDocumentRenderer;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.ElementPropertyContainer;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.BlockElement;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.IBlockElement;
import com.itextpdf.layout.element.IElement;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.AreaBreakType;
import com.itextpdf.layout.properties.BoxSizingPropertyValue;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.renderer.IRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What did not fit the blocks of fixed height of one document, and the continuation sheets (附页) that take it, complete,
 * at the end of the document, each under the heading of its block.
 */
final class Continuations {
    private static final int[] INHERITED = {
        Property.FONT,
        Property.FONT_SIZE,
        Property.FONT_COLOR,
        Property.FONT_WEIGHT,
        Property.LINE_HEIGHT,
        Property.TEXT_ALIGNMENT,
        Property.FIRST_LINE_INDENT,
        Property.SPLIT_CHARACTERS
    };

    private record Overflow(String heading, IRenderer rest) {}

    private final Map<Div, Overflow> overflows = new LinkedHashMap<>();

    /**
     * Makes a block or cell whose style limits its height one that continues on a sheet; others stay as they are. What has a
     * height and a least height takes that height and yields down to the least where the page has less room; what has a
     * largest height is as high as its content up to there.
     */
    void watch(ElementPropertyContainer<?> block, String heading) {
        Optional<Float> fixed = height(block, Property.HEIGHT);
        Optional<Float> least = height(block, Property.MIN_HEIGHT);
        Optional<Float> most =
                fixed.or(() -> height(block, Property.MAX_HEIGHT)).or(() -> least);
        if (most.isEmpty() || !(block instanceof BlockElement<?> element)) {
            return;
        }
        if (fixed.isPresent() && least.isPresent()) {
            block.deleteOwnProperty(Property.HEIGHT);
            block.deleteOwnProperty(Property.MIN_HEIGHT);
        }
        Div body = new Div();
        for (int property : INHERITED) {
            if (block.hasOwnProperty(property)) {
                body.setProperty(property, block.<Object>getOwnProperty(property));
            }
        }
        List<IElement> children = new ArrayList<>(element.getChildren());
        element.getChildren().clear();
        for (IElement child : children) {
            if (child instanceof IBlockElement kid) {
                body.add(kid);
            } else {
                body.add(new Paragraph().add((com.itextpdf.layout.element.ILeafElement) child));
            }
        }
        float around = surroundings(block);
        float atLeast = least.or(() -> fixed).map(height -> height - around).orElse(0f);
        body.setNextRenderer(new ContinuedBlock(body, most.get() - around, atLeast, heading, this));
        if (block instanceof Cell cell) {
            cell.add(body);
        } else if (block instanceof Div div) {
            div.add(body);
        }
    }

    private static Optional<Float> height(ElementPropertyContainer<?> block, int property) {
        UnitValue height = block.getOwnProperty(property);
        return Optional.ofNullable(height).filter(UnitValue::isPointValue).map(UnitValue::getValue);
    }

    private static float surroundings(ElementPropertyContainer<?> block) {
        boolean contentBox = block.<Object>getOwnProperty(Property.BOX_SIZING) != BoxSizingPropertyValue.BORDER_BOX;
        if (contentBox && !(block instanceof Cell)) {
            return 0;
        }
        return points(block, Property.PADDING_TOP) + points(block, Property.PADDING_BOTTOM) + 1;
    }

    private static float points(ElementPropertyContainer<?> block, int property) {
        UnitValue value = block.getOwnProperty(property);
        return value == null || !value.isPointValue() ? 0 : value.getValue();
    }

    void overflowed(Div body, String heading, IRenderer rest) {
        overflows.put(body, new Overflow(heading, rest));
    }

    void fits(Div body) {
        overflows.remove(body);
    }

    /**
     * Adds the sheets.
     *
     * @return the first page of them, or 0 if everything fitted
     */
    int appendTo(Document document) {
        HtmlDocumentRenderer root = (HtmlDocumentRenderer) document.getRenderer();
        root.processWaitingElement();
        if (overflows.isEmpty()) {
            return 0;
        }
        int first = document.getPdfDocument().getNumberOfPages() + 1;
        document.add(new AreaBreak(AreaBreakType.NEXT_PAGE));
        for (Overflow overflow : List.copyOf(overflows.values())) {
            Paragraph heading = new Paragraph("附页：" + overflow.heading());
            heading.setProperty(Property.FONT, new String[] {FontRole.HEI.family()});
            heading.setProperty(Property.KEEP_WITH_NEXT, true);
            heading.setFontSize(14).setMarginTop(12).setMarginBottom(6);
            heading.getAccessibilityProperties().setRole(StandardRoles.H1);
            document.add(heading);
            alignAsText(overflow.rest());
            root.addChild(overflow.rest());
            root.processWaitingElement();
        }
        return first;
    }

    /** What stands in the middle of a narrow cell does not in the middle of a sheet. */
    private static void alignAsText(IRenderer rest) {
        if (rest.<TextAlignment>getProperty(Property.TEXT_ALIGNMENT) == TextAlignment.CENTER) {
            rest.setProperty(Property.TEXT_ALIGNMENT, TextAlignment.LEFT);
        }
    }
}
