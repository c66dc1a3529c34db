package org.guixue.rendering;

import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.layout.IPropertyContainer;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.layout.LayoutArea;
import com.itextpdf.layout.renderer.CellRenderer;
import com.itextpdf.layout.renderer.DivRenderer;
import com.itextpdf.layout.renderer.DrawContext;
import com.itextpdf.layout.renderer.IRenderer;
import com.itextpdf.layout.renderer.ParagraphRenderer;
import com.itextpdf.layout.renderer.TextRenderer;
import java.util.ArrayList;
import java.util.List;

/** Notes where on which page the parts of one document that the renderer acts on were drawn, in order of drawing. */
final class Spots {
    /** What a noted part is. */
    enum Kind {
        SEAL,
        CODE,
        COPY,
        TEAR
    }

    /**
     * Where a part lies; the rectangle in points from the lower left corner of the page. That of a code's box is without its
     * margins, which may be negative: it may stand out into the page's margin. A tear line is its upper edge, without margins.
     */
    record Spot(Kind kind, String label, int page, Rectangle area) {}

    private final List<Spot> noted = new ArrayList<>();

    List<Spot> of(Kind kind) {
        return noted.stream().filter(spot -> spot.kind == kind).toList();
    }

    /** Has this part noted when it is drawn; a part that is neither block, paragraph, cell nor text is not. */
    void watch(IPropertyContainer part, Kind kind, String label) {
        Note note = area -> noted.add(
                new Spot(kind, label, area.getPageNumber(), area.getBBox().clone()));
        if (part instanceof Cell cell) {
            cell.setNextRenderer(new WatchedCell(cell, note));
        } else if (part.getClass() == Div.class) {
            ((Div) part).setNextRenderer(new WatchedDiv((Div) part, note, kind == Kind.CODE));
        } else if (part instanceof Paragraph paragraph) {
            paragraph.setNextRenderer(new WatchedParagraph(paragraph, note, kind == Kind.TEAR));
        } else if (part instanceof Text text) {
            text.setNextRenderer(new WatchedText(text, note));
        }
    }

    @FunctionalInterface
    private interface Note {
        void drawnAt(LayoutArea area);
    }

    private static final class WatchedCell extends CellRenderer {
        private final Note note;

        WatchedCell(Cell cell, Note note) {
            super(cell);
            this.note = note;
        }

        @Override
        public void draw(DrawContext context) {
            super.draw(context);
            note.drawnAt(getOccupiedArea());
        }

        @Override
        public IRenderer getNextRenderer() {
            return new WatchedCell((Cell) getModelElement(), note);
        }
    }

    private static final class WatchedDiv extends DivRenderer {
        private final Note note;
        private final boolean withoutMargins;

        WatchedDiv(Div div, Note note, boolean withoutMargins) {
            super(div);
            this.note = note;
            this.withoutMargins = withoutMargins;
        }

        @Override
        public void draw(DrawContext context) {
            super.draw(context);
            note.drawnAt(withoutMargins ? inside(getOccupiedArea()) : getOccupiedArea());
        }

        private LayoutArea inside(LayoutArea area) {
            return new LayoutArea(
                    area.getPageNumber(), applyMargins(area.getBBox().clone(), false));
        }

        @Override
        public IRenderer getNextRenderer() {
            return new WatchedDiv((Div) getModelElement(), note, withoutMargins);
        }
    }

    private static final class WatchedParagraph extends ParagraphRenderer {
        private final Note note;
        private final boolean withoutMargins;

        WatchedParagraph(Paragraph paragraph, Note note, boolean withoutMargins) {
            super(paragraph);
            this.note = note;
            this.withoutMargins = withoutMargins;
        }

        @Override
        public void draw(DrawContext context) {
            super.draw(context);
            LayoutArea area = getOccupiedArea();
            note.drawnAt(
                    withoutMargins
                            ? new LayoutArea(
                                    area.getPageNumber(),
                                    applyMargins(area.getBBox().clone(), false))
                            : area);
        }

        @Override
        public IRenderer getNextRenderer() {
            return new WatchedParagraph((Paragraph) getModelElement(), note, withoutMargins);
        }
    }

    private static final class WatchedText extends TextRenderer {
        private final Note note;

        WatchedText(Text text, Note note) {
            super(text);
            this.note = note;
        }

        @Override
        public void draw(DrawContext context) {
            super.draw(context);
            note.drawnAt(getOccupiedArea());
        }

        private WatchedText(WatchedText other) {
            super(other);
            this.note = other.note;
        }

        @Override
        protected TextRenderer createCopy(GlyphLine run, PdfFont font) {
            WatchedText copy = new WatchedText(this);
            copy.setProcessedGlyphLineAndFont(run, font);
            return copy;
        }

        @Override
        public IRenderer getNextRenderer() {
            return new WatchedText((Text) getModelElement(), note);
        }
    }
}
