package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.layout.IPropertyContainer;
import com.itextpdf.layout.element.AbstractElement;
import com.itextpdf.layout.element.IElement;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.RenderingMode;
import org.jspecify.annotations.Nullable;

/**
 * Layout asks every text some hundred times for properties that it inherits, each time all the way to the root of the
 * document. This puts the answers that are the same for all texts of a document at the text itself: what the root would
 * say, and null for what no style says. It changes nothing but the length of that way.
 */
final class NearAnswers {
    private static final int[] NEVER_SAID = {
        Property.BOLD_SIMULATION,
        Property.ITALIC_SIMULATION,
        Property.FONT_SCRIPT,
        Property.APPEARANCE_STREAM_LAYOUT,
        Property.STROKE_COLOR
    };
    /** What a style may say of a block and all texts in it; a block inside has it in its own style, too. */
    private static final int[] SAID_OF_BLOCKS = {Property.CHARACTER_SPACING, Property.WORD_SPACING, Property.UNDERLINE};

    private final ProcessorContext document;

    NearAnswers(ProcessorContext document) {
        this.document = document;
    }

    /** Gives their answers to the texts in a block that has its style already; blocks inside have given theirs. */
    void give(IPropertyContainer block) {
        if (block instanceof AbstractElement<?> element) {
            give(element, block);
        }
    }

    private void give(AbstractElement<?> parent, IPropertyContainer block) {
        for (IElement child : parent.getChildren()) {
            if (child.hasOwnProperty(Property.RENDERING_MODE)) {
                continue;
            }
            if (child instanceof Text text) {
                giveAll(text, block);
            } else if (child instanceof Paragraph line) {
                giveFirst(line);
                give(line, block);
            }
        }
    }

    private void giveAll(Text text, IPropertyContainer block) {
        giveFirst(text);
        set(text, Property.TEXT_RENDERING_MODE, TextRenderingMode.FILL);
        for (int property : NEVER_SAID) {
            set(text, property, null);
        }
        for (int property : SAID_OF_BLOCKS) {
            set(text, property, block.<Object>getOwnProperty(property));
        }
    }

    private void giveFirst(IPropertyContainer part) {
        set(part, Property.RENDERING_MODE, RenderingMode.HTML_MODE);
        set(part, Property.TEXT_RISE, 0f);
        set(part, Property.FONT_PROVIDER, document.getFontProvider());
        set(part, Property.FONT_SET, document.getTempFonts());
    }

    private static void set(IPropertyContainer part, int property, @Nullable Object answer) {
        if (!part.hasOwnProperty(property)) {
            part.setProperty(property, answer);
        }
    }
}
