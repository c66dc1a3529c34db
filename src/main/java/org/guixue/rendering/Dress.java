package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.ITagWorker;
import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.html2pdf.attach.impl.layout.Html2PdfProperty;
import com.itextpdf.html2pdf.css.apply.ICssApplier;
import com.itextpdf.html2pdf.css.apply.impl.BlockCssApplier;
import com.itextpdf.html2pdf.css.apply.impl.TdTagCssApplier;
import com.itextpdf.layout.IPropertyContainer;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.hyphenation.HyphenationConfig;
import com.itextpdf.layout.properties.Background;
import com.itextpdf.layout.properties.InlineVerticalAlignment;
import com.itextpdf.layout.properties.Leading;
import com.itextpdf.layout.properties.LineHeight;
import com.itextpdf.layout.properties.TransparentColor;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.splitting.ISplitCharacters;
import com.itextpdf.styledxmlparser.node.IElementNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties that the style of one place gives to a block or cell. Finding them out means reading some forty lengths
 * from text; they are the same for every paper of the form. Immutable.
 */
final class Dress {
    /** Appliers that do nothing but set properties, which follow from style and kind of the element alone. */
    private static final Set<Class<?>> STEADY = Set.of(BlockCssApplier.class, TdTagCssApplier.class);
    /** Above every number that iText gives to a property of its layout. */
    private static final int NUMBERS = 256;

    private record Part(int property, @Nullable Object value) {}

    private final Class<?> kind;
    private final List<Part> parts;

    private Dress(Class<?> kind, List<Part> parts) {
        this.kind = kind;
        this.parts = List.copyOf(parts);
    }

    /** Whether what this applier does can be remembered. */
    static boolean isSteady(ICssApplier applier) {
        return STEADY.contains(applier.getClass());
    }

    /** Has the applier do its work, and notes it; empty if it set anything that is not for every document. */
    static Optional<Dress> noted(
            ICssApplier applier, ProcessorContext context, IElementNode element, ITagWorker worker) {
        IPropertyContainer result = worker.getElementResult();
        Map<Integer, Object> before = properties(result);
        applier.apply(context, element, worker);
        List<Part> parts = new ArrayList<>();
        Map<Integer, Object> after = properties(result);
        for (Map.Entry<Integer, Object> property : after.entrySet()) {
            Object value = property.getValue();
            if (!before.containsKey(property.getKey()) || before.get(property.getKey()) != value) {
                if (!isForAll(value)) {
                    return Optional.empty();
                }
                parts.add(new Part(property.getKey(), value));
            }
        }
        boolean removed = !after.keySet().containsAll(before.keySet());
        return removed ? Optional.empty() : Optional.of(new Dress(result.getClass(), parts));
    }

    private static Map<Integer, Object> properties(IPropertyContainer element) {
        Map<Integer, Object> found = new HashMap<>();
        for (int number = 0; number <= NUMBERS; number++) {
            int property = number < NUMBERS ? number : Html2PdfProperty.KEEP_WITH_PREVIOUS;
            if (element.hasOwnProperty(property)) {
                found.put(property, element.<Object>getOwnProperty(property));
            }
        }
        return found;
    }

    /** Values that nobody changes, and lengths, of which everybody gets a copy. */
    private static boolean isForAll(@Nullable Object value) {
        return value == null
                || value instanceof Enum
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof String
                || value instanceof String[]
                || value instanceof UnitValue
                || value instanceof Border
                || value instanceof TransparentColor
                || value instanceof LineHeight
                || value instanceof Leading
                || value instanceof InlineVerticalAlignment
                || value instanceof HyphenationConfig
                || value instanceof ISplitCharacters
                || value.getClass() == Background.class;
    }

    /** Sets the properties on an element at the same place; false if it is of another kind than the one noted. */
    boolean putOn(IPropertyContainer element) {
        if (element.getClass() != kind) {
            return false;
        }
        for (Part part : parts) {
            Object value = part.value;
            element.setProperty(part.property, value instanceof UnitValue length ? new UnitValue(length) : value);
        }
        return true;
    }
}
