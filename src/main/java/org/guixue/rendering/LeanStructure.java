package org.guixue.rendering;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.tagging.IStructureNode;
import com.itextpdf.kernel.pdf.tagging.PdfStructElem;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a paper's structure how its parts are laid out (ISO 32000-1, 14.8.5.4): where each stands, how it is padded and
 * aligned. That is for those who would set the text anew; what a reading device needs (roles, order, scope of table heads,
 * alternative texts) stays, and the place of a figure, which ISO 14289-1 asks for.
 */
final class LeanStructure {
    private static final Set<PdfName> KEEPING = Set.of(PdfName.Figure, PdfName.Formula, PdfName.Form);

    private LeanStructure() {}

    static void of(PdfDocument pdf) {
        trim(pdf.getStructTreeRoot().getKids());
    }

    private static void trim(List<IStructureNode> nodes) {
        for (IStructureNode node : nodes) {
            if (node instanceof PdfStructElem element && !element.isFlushed()) {
                if (!KEEPING.contains(element.getRole())) {
                    trim(element.getPdfObject());
                }
                trim(element.getKids());
            }
        }
    }

    private static void trim(PdfDictionary element) {
        PdfObject attributes = element.get(PdfName.A);
        if (attributes instanceof PdfDictionary one && isLayout(one)) {
            element.remove(PdfName.A);
        } else if (attributes instanceof PdfArray all) {
            PdfArray kept = new PdfArray();
            all.forEach(each -> {
                if (!isLayout(each)) {
                    kept.add(each);
                }
            });
            if (kept.isEmpty()) {
                element.remove(PdfName.A);
            } else {
                element.put(PdfName.A, kept.size() == 1 ? kept.get(0) : kept);
            }
        }
    }

    private static boolean isLayout(PdfObject attributes) {
        return attributes instanceof PdfDictionary dictionary && PdfName.Layout.equals(dictionary.getAsName(PdfName.O));
    }
}
