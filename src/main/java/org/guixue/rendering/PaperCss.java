package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.ITagWorker;
import com.itextpdf.html2pdf.attach.impl.tags.SpanTagWorker;
import com.itextpdf.html2pdf.css.apply.ICssApplier;
import com.itextpdf.html2pdf.css.apply.ICssApplierFactory;
import com.itextpdf.html2pdf.css.apply.impl.DefaultCssApplierFactory;
import com.itextpdf.layout.ElementPropertyContainer;
import com.itextpdf.layout.IPropertyContainer;
import com.itextpdf.layout.properties.OverflowWrapPropertyValue;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.tagging.IAccessibleElement;
import com.itextpdf.styledxmlparser.node.IElementNode;
import com.itextpdf.styledxmlparser.node.INode;
import com.itextpdf.styledxmlparser.node.IStylesContainer;
import com.itextpdf.styledxmlparser.node.ITextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies styles as usual, then gives every element the line breaking of Chinese and acts on the data attributes. */
final class PaperCss implements ICssApplierFactory {
    private static final float SMALLEST_NAME = 0.6f;
    private static final float ROOM_IN_A_CELL = 7;

    private final Spots spots;
    private final Continuations continuations;
    private @Nullable RememberedStyles memory;
    private int headingLevel;

    PaperCss(Spots spots, Continuations continuations) {
        this.spots = spots;
        this.continuations = continuations;
    }

    /** From now on, what styles make of an element is taken from memory where it can. */
    void remember(RememberedStyles styles) {
        memory = styles;
    }

    @Override
    public @Nullable ICssApplier getCssApplier(IElementNode tag) {
        ICssApplier usual = DefaultCssApplierFactory.getInstance().getCssApplier(tag);
        if (usual == null) {
            return null;
        }
        return (context, styles, worker) -> {
            if (memory != null && styles instanceof IElementNode element && worker != null) {
                memory.dress(usual, context, element, worker);
            } else {
                usual.apply(context, styles, worker);
            }
            if (worker != null) {
                dress(styles, worker);
                if (memory != null && worker.getElementResult() != null) {
                    new NearAnswers(context).give(worker.getElementResult());
                }
            }
        };
    }

    private void dress(IStylesContainer styles, ITagWorker worker) {
        if (worker instanceof SpanTagWorker span) {
            List<IPropertyContainer> leaves = span.getOwnLeafElements();
            leaves.forEach(PaperCss::breakLikeChinese);
            leaves.forEach(leaf -> setLongNameSmaller(styles, leaf));
            if (!leaves.isEmpty() && isFollowedByClosingMark(styles)) {
                leaves.get(leaves.size() - 1).setProperty(Property.SPLIT_CHARACTERS, ChineseLineBreaks.GLUED);
            }
            leaves.stream().findFirst().ifPresent(first -> act(styles, first));
        } else if (worker.getElementResult() != null) {
            breakLikeChinese(worker.getElementResult());
            setLongNameSmaller(styles, worker.getElementResult());
            levelHeading(styles, worker.getElementResult());
            act(styles, worker.getElementResult());
        }
    }

    /** A form may be laid out with an h2 before its h1; a tagged file may not (ISO 14289-1, 7.4.2). */
    private void levelHeading(IStylesContainer styles, IPropertyContainer part) {
        if (styles instanceof IElementNode element
                && isHeading(element.name())
                && part instanceof IAccessibleElement heading) {
            headingLevel = Math.min(headingLevel + 1, element.name().charAt(1) - '0');
            heading.getAccessibilityProperties().setRole("H" + headingLevel);
        }
    }

    private static boolean isHeading(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    private static boolean isFollowedByClosingMark(IStylesContainer styles) {
        if (!(styles instanceof IElementNode element) || element.parentNode() == null) {
            return false;
        }
        List<INode> siblings = element.parentNode().childNodes();
        int next = siblings.indexOf(element) + 1;
        return next > 0
                && next < siblings.size()
                && siblings.get(next) instanceof ITextNode text
                && !text.wholeText().isEmpty()
                && ChineseLineBreaks.NOT_AT_START.indexOf(text.wholeText().charAt(0)) >= 0;
    }

    private static void breakLikeChinese(IPropertyContainer part) {
        part.setProperty(Property.SPLIT_CHARACTERS, ChineseLineBreaks.RULES);
        part.setProperty(Property.OVERFLOW_WRAP, OverflowWrapPropertyValue.BREAK_WORD);
    }

    /** A part of a name that is too long for the room of an ordinary one is set smaller, so that it need not be broken. */
    private static void setLongNameSmaller(IStylesContainer styles, IPropertyContainer part) {
        int longest = styles instanceof IElementNode element
                        && element.childNodes().size() == 1
                        && element.childNodes().get(0) instanceof ITextNode text
                ? ChineseLineBreaks.longestPart(text.wholeText().strip())
                : 0;
        UnitValue size = part.getProperty(Property.FONT_SIZE);
        if (longest > ChineseLineBreaks.LONGEST_NAME_PART && size != null && size.isPointValue()) {
            float scale = Math.max(SMALLEST_NAME, ROOM_IN_A_CELL / longest);
            part.setProperty(Property.FONT_SIZE, UnitValue.createPointValue(size.getValue() * scale));
        }
    }

    private void act(IStylesContainer styles, IPropertyContainer part) {
        if (!(styles instanceof IElementNode element)) {
            return;
        }
        watch(element, "data-seal", Spots.Kind.SEAL, part);
        watch(element, "data-qr", Spots.Kind.CODE, part);
        watch(element, "data-copy", Spots.Kind.COPY, part);
        watch(element, "data-tear", Spots.Kind.TEAR, part);
        String heading = element.getAttribute("data-continue");
        if (heading != null && part instanceof ElementPropertyContainer<?> block) {
            continuations.watch(block, heading);
        }
    }

    private void watch(IElementNode element, String attribute, Spots.Kind kind, IPropertyContainer part) {
        String label = element.getAttribute(attribute);
        if (label != null) {
            spots.watch(part, kind, label);
        }
    }
}
