package org.guixue.rendering;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.IElement;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.layout.LayoutArea;
import com.itextpdf.layout.layout.LayoutContext;
import com.itextpdf.layout.layout.LayoutResult;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.renderer.DivRenderer;
import com.itextpdf.layout.renderer.IRenderer;
import com.itextpdf.layout.tagging.LayoutTaggingHelper;
import java.util.List;

/**
 * Lays out the content of a block of limited height: what does not fit is handed to the continuation sheets, and the block
 * ends with 「（续附页）」. A block that yields fills what the page leaves it, between its least height and its height. Tables
 * lay a cell out several times, so every time starts from the elements again.
 */
final class ContinuedBlock extends DivRenderer {
    static final String NOTE = "（续附页）";
    private static final float NOTE_HEIGHT = 18;

    private final float height;
    private final float least;
    private final String heading;
    private final Continuations continuations;
    private final Paragraph note;
    private boolean started;

    /**
     * @param leastPoints the height itself for a block that takes all of it, less for one that yields, 0 for one that is only
     *     as high as its content
     */
    ContinuedBlock(Div body, float heightPoints, float leastPoints, String heading, Continuations continuations) {
        super(body);
        this.height = heightPoints;
        this.least = leastPoints;
        this.heading = heading;
        this.continuations = continuations;
        this.note = new Paragraph(NOTE);
        note.setFontSize(10.5f).setTextAlignment(TextAlignment.RIGHT).setMargin(0);
        note.setProperty(Property.FIRST_LINE_INDENT, 0f);
    }

    @Override
    public LayoutResult layout(LayoutContext context) {
        Rectangle room = context.getArea().getBBox();
        boolean pageEnds = room.getHeight() < (grows() ? height : least) - 0.5f
                && !Boolean.TRUE.equals(getPropertyAsBoolean(Property.FORCED_PLACEMENT));
        LayoutResult whole = layoutFresh(context, height);
        if (whole.getStatus() == LayoutResult.FULL && (grows() || !pageEnds)) {
            fill(room);
            continuations.fits(body());
            return whole;
        }
        if (pageEnds) {
            return new LayoutResult(LayoutResult.NOTHING, null, null, restarted(), this);
        }
        LayoutResult part = layoutFresh(context, Math.min(height, room.getHeight()) - NOTE_HEIGHT);
        IRenderer rest = part.getStatus() == LayoutResult.PARTIAL ? part.getOverflowRenderer() : plainRest();
        keepOnly(part, context);
        addNote(room, context.getArea().getPageNumber());
        fill(room);
        isLastRendererForModelElement = false;
        continuations.overflowed(body(), heading, rest);
        return new LayoutResult(LayoutResult.FULL, occupiedArea, null, null);
    }

    private boolean grows() {
        return least == 0;
    }

    private boolean yields() {
        return !grows() && least < height;
    }

    private void fill(Rectangle room) {
        Rectangle used = occupiedArea.getBBox();
        float missing = Math.min(height, room.getHeight()) - used.getHeight();
        if (yields() && missing > 0) {
            used.moveDown(missing).increaseHeight(missing);
        }
    }

    private Div body() {
        return (Div) modelElement;
    }

    private LayoutResult layoutFresh(LayoutContext context, float limit) {
        if (started) {
            childRenderers.clear();
            for (IElement child : body().getChildren()) {
                addChild(child.createRendererSubTree());
            }
        }
        started = true;
        Rectangle box = context.getArea().getBBox().clone();
        if (box.getHeight() > limit) {
            box.moveUp(box.getHeight() - limit).setHeight(limit);
        }
        return super.layout(new LayoutContext(
                new LayoutArea(context.getArea().getPageNumber(), box),
                context.getMarginsCollapseInfo(),
                context.getFloatRendererAreas(),
                false));
    }

    private void keepOnly(LayoutResult part, LayoutContext context) {
        IRenderer kept = part.getSplitRenderer();
        childRenderers.clear();
        if (kept == null || part.getOccupiedArea() == null) {
            Rectangle box = context.getArea().getBBox();
            occupiedArea = new LayoutArea(
                    context.getArea().getPageNumber(), new Rectangle(box.getX(), box.getTop(), box.getWidth(), 0));
            return;
        }
        occupiedArea = kept.getOccupiedArea().clone();
        for (IRenderer child : List.copyOf(kept.getChildRenderers())) {
            childRenderers.add(child.setParent(this));
        }
    }

    private void addNote(Rectangle room, int page) {
        Rectangle used = occupiedArea.getBBox();
        IRenderer line = note.createRendererSubTree().setParent(this);
        LayoutTaggingHelper tagging = this.<LayoutTaggingHelper>getProperty(Property.TAGGING_HELPER);
        if (tagging != null) {
            tagging.addKidsHint(this, List.of(line));
            LayoutTaggingHelper.addTreeHints(tagging, line);
        }
        Rectangle strip = new Rectangle(room.getX(), used.getBottom() - NOTE_HEIGHT, room.getWidth(), NOTE_HEIGHT);
        line.setProperty(Property.FORCED_PLACEMENT, true);
        line.layout(new LayoutContext(new LayoutArea(page, strip)));
        childRenderers.add(line);
        occupiedArea.setBBox(Rectangle.getCommonRectangle(used, strip));
    }

    private IRenderer plainRest() {
        IRenderer rest = getNextRenderer();
        body().getChildren().forEach(child -> rest.addChild(child.createRendererSubTree()));
        return rest;
    }

    private IRenderer restarted() {
        ContinuedBlock again = new ContinuedBlock(body(), height, least, heading, continuations);
        body().getChildren().forEach(child -> again.addChild(child.createRendererSubTree()));
        return again;
    }

    /** The rest is an ordinary block that flows over as many pages as it needs. */
    @Override
    public IRenderer getNextRenderer() {
        return new DivRenderer(body());
    }
}
