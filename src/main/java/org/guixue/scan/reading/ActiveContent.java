package org.guixue.scan.reading;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * What a PDF holds besides its pages: scripts and programs that it would start (ISO 32000-1, 12.6.4), files that are embedded
 * (7.11.4). Each object is looked at, wherever it hangs; what cannot be looked through counts as if it held both.
 */
final class ActiveContent {
    private static final int MOST_OBJECTS = 200_000;
    private static final int DEEPEST = 60;
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "Rendition", "GoToE");
    private static final Set<String> KEYS = Set.of("JS", "XFA", "RichMediaContent");

    private boolean scripts;
    private boolean files;

    private ActiveContent() {}

    static ActiveContent of(COSDocument document) {
        ActiveContent found = new ActiveContent();
        Set<COSObjectKey> keys = document.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            found.scripts = true;
            found.files = true;
            return found;
        }
        for (COSObjectKey key : keys) {
            try {
                found.look(document.getObjectFromPool(key).getObject(), 0);
            } catch (RuntimeException e) {
                found.scripts = true;
                found.files = true;
            }
        }
        return found;
    }

    boolean scripts() {
        return scripts;
    }

    boolean files() {
        return files;
    }

    /** Below it as far as it lies in this very object. */
    private void look(@org.jspecify.annotations.Nullable COSBase part, int depth) {
        if (depth > DEEPEST) {
            scripts = true;
        } else if (part instanceof COSDictionary dictionary) {
            judge(dictionary);
            dictionary.getValues().forEach(value -> look(value, depth + 1));
        } else if (part instanceof COSArray array) {
            array.forEach(value -> look(value, depth + 1));
        }
    }

    private void judge(COSDictionary dictionary) {
        COSName act = dictionary.getCOSName(COSName.S);
        scripts |= (act != null && ACTIONS.contains(act.getName()))
                || dictionary.keySet().stream().anyMatch(key -> KEYS.contains(key.getName()));
        files |= dictionary.containsKey(COSName.EF);
    }
}
