package org.guixue.rendering;

import com.itextpdf.html2pdf.attach.ProcessorContext;
import com.itextpdf.html2pdf.css.resolve.DefaultCssResolver;
import com.itextpdf.styledxmlparser.node.INode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is known of the style sheets seen so far: all papers of one form have the same one, so it is parsed once, and what
 * it says of a place in the form is found out once. Safe for many threads; keeps at most {@value #MOST} sheets.
 */
final class StyleSheets {
    private static final int MOST = 64;
    private static final String OPEN = "<style>";
    private static final String CLOSE = "</style>";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("\\{[^{}]*}");
    /** What makes a style depend on more than the way from the root to the element. */
    private static final Pattern UNSTEADY = Pattern.compile("(?<!@page )[:+~]|@(?!page\\b|media\\b)");

    private static final Pattern COUNTING = Pattern.compile("counter|running|@(top|bottom|left|right)-");

    private final Map<String, Optional<Known>> known = new ConcurrentHashMap<>();

    /** One style sheet. */
    record Known(DefaultCssResolver stock, StyledPlace root) {}

    /**
     * What is known of this document's style sheet; it is parsed from the document when it is new. Empty when an
     * element's style depends on more than the way to it.
     */
    Optional<Known> of(String html, INode document, ProcessorContext context) {
        int from = html.indexOf(OPEN);
        int to = html.indexOf(CLOSE, Math.max(from, 0));
        boolean more = html.indexOf(OPEN, to) > 0 || html.contains("<q") || html.contains("<link");
        if (from < 0 || to < 0 || more) {
            return Optional.empty();
        }
        String sheet = html.substring(from + OPEN.length(), to);
        Optional<Known> seen = known.get(sheet);
        if (seen != null) {
            return seen;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        Optional<Known> fresh = isSteady(sheet)
                ? Optional.of(new Known(new DefaultCssResolver(document, context), StyledPlace.root()))
                : Optional.empty();
        known.put(sheet, fresh);
        return fresh;
    }

    private static boolean isSteady(String sheet) {
        String selectors = BLOCK.matcher(COMMENT.matcher(sheet).replaceAll("")).replaceAll(" ");
        return !COUNTING.matcher(sheet).find() && !UNSTEADY.matcher(selectors).find();
    }
}
