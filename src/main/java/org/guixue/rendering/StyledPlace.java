package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.ITagWorker;
import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.html2pdf.css.apply.ICssApplier;
import com.itextpdf.layout.IPropertyContainer;
import com.itextpdf.styledxmlparser.css.page.PageContextNode;
import com.itextpdf.styledxmlparser.css.page.PageMarginBoxContextNode;
import com.itextpdf.styledxmlparser.node.IAttribute;
import com.itextpdf.styledxmlparser.node.IElementNode;
import com.itextpdf.styledxmlparser.node.INode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the papers of one style sheet, named by the way to it: the names and attributes of the elements from the
 * root down. Two elements at one place have one style and, where they are blocks or cells, one {@link Dress}. Safe for many threads.
 */
final class StyledPlace {
    /** More places than any form has; what comes after them is not remembered. */
    private static final int MOST = 4000;

    private final Map<String, StyledPlace> below = new ConcurrentHashMap<>();
    private final Map<String, String> styles;
    private final AtomicInteger count;
    private volatile @Nullable Dress dress;

    private StyledPlace(Map<String, String> styles, AtomicInteger count) {
        this.styles = styles;
        this.count = count;
    }

    static StyledPlace root() {
        return new StyledPlace(Map.of(), new AtomicInteger());
    }

    /** The style here, the caller's own copy. */
    Map<String, String> styles() {
        return new LinkedHashMap<>(styles);
    }

    /** Gives an element at this place its properties, which are found out by the applier when they are not yet known. */
    void dress(ICssApplier applier, ProcessorContext context, IElementNode element, ITagWorker worker) {
        Dress known = dress;
        IPropertyContainer result = worker.getElementResult();
        if (result == null || !Dress.isSteady(applier)) {
            applier.apply(context, element, worker);
        } else if (known == null || !known.putOn(result)) {
            dress = Dress.noted(applier, context, element, worker).orElse(null);
        }
    }

    /** The place of a child, whose style is resolved when it is new. */
    StyledPlace child(INode node, Supplier<Map<String, String>> resolving) {
        String name = name(node);
        StyledPlace place = below.get(name);
        if (place == null) {
            place = new StyledPlace(new LinkedHashMap<>(resolving.get()), count);
            if (count.incrementAndGet() <= MOST) {
                below.put(name, place);
            }
        }
        return place;
    }

    private static String name(INode node) {
        if (node instanceof PageMarginBoxContextNode box) {
            return "@" + box.getMarginBoxName();
        }
        if (node instanceof PageContextNode page) {
            return "@page " + page.getPageTypeName() + page.getPageClasses();
        }
        IElementNode element = (IElementNode) node;
        StringBuilder name = new StringBuilder(element.name());
        for (IAttribute attribute : element.getAttributes()) {
            name.append(' ').append(attribute.getKey()).append('=').append(attribute.getValue());
        }
        if (element.getAdditionalHtmlStyles() != null) {
            name.append(' ').append(element.getAdditionalHtmlStyles());
        }
        return name.toString();
    }
}
