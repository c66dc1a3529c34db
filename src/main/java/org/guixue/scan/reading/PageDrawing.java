package org.guixue.scan.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page of a PDF in bounded time, and says which of its pictures are missing, where PDFBox would leave them out. */
final class PageDrawing extends PDFRenderer {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int DEEPEST = 8;

    private final long end = System.nanoTime() + LONGEST.toNanos();

    PageDrawing(PDDocument document, boolean subsampled) {
        super(document);
        setSubsamplingAllowed(subsampled);
    }

    /** What ends the drawing. */
    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1;

        private final transient UnfitPage reason;

        Stopped(UnfitPage reason) {
            super(reason);
            this.reason = reason;
        }

        UnfitPage reason() {
            return reason;
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {
        private int depth;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() > end) {
                throw new Stopped(UnfitPage.tooLarge("的内容过于复杂，%d秒内不能画出".formatted(LONGEST.toSeconds())));
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            if (++depth > DEEPEST) {
                throw new Stopped(UnfitPage.tooLarge("的内容嵌套过深"));
            }
            super.showTransparencyGroup(form);
            depth--;
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
                throws IOException {
            if (exception instanceof Stopped) {
                throw exception;
            }
            if (exception instanceof MissingImageReaderException) {
                throw new Stopped(UnfitPage.coded(coding(exception)));
            }
            if (operator.getName().equals("Do")) {
                throw new Stopped(UnfitPage.damaged());
            }
            super.operatorException(operator, operands, exception);
        }
    }

    private static String coding(IOException exception) {
        String message = String.valueOf(exception.getMessage());
        return message.contains("JBIG2") ? "JBIG2压缩" : message.contains("JPEG2000") ? "JPEG 2000压缩" : "特殊的压缩方式";
    }
}
