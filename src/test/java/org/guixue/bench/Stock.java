package org.guixue.bench;

import com.itextpdf.html2pdf.ConverterProperties;
import com.itextpdf.html2pdf.HtmlConverter;
import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.font.woff2.Woff2Converter;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.layout.font.FontProvider;
import com.itextpdf.layout.font.FontSet;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** pdfHTML as its manual has it: the same fonts (programs shared), PDF/A-3a, tagged, page numbers by counters. */
final class Stock {
    private static final String NUMBERS =
            "<style>@page { @bottom-center { content: '第' counter(page) '页 共' counter(pages) '页'; "
                    + "font-family: 'Guixue Song'; font-size: 10.5pt } }</style></head>";

    private final Map<String, FontProgram> programs = new LinkedHashMap<>();
    private final byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Stock() throws IOException {
        programs.put("Guixue Song", program("NotoSerifSC_400Regular.ttf"));
        programs.put("Guixue Hei", program("NotoSansSC_500Medium.ttf"));
        programs.put("Guixue Kai", program("lxgw-wenkai-latin-500-normal.woff2"));
        programs.put("Guixue Title", program("NotoSerifSC_900Black.ttf"));
    }

    private static FontProgram program(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Stock.class.getResourceAsStream("/fonts/" + name))) {
            byte[] bytes = in.readAllBytes();
            return FontProgramFactory.createFont(name.endsWith("woff2") ? Woff2Converter.convert(bytes) : bytes, false);
        }
    }

    byte[] render(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfADocument pdf = new PdfADocument(
                new PdfWriter(out, new WriterProperties().addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1)),
                PdfAConformance.PDF_A_3A,
                new PdfOutputIntent(
                        "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(srgb)));
        pdf.setTagged();
        pdf.getCatalog().setLang(new PdfString("zh-CN"));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        FontProvider fonts = new FontProvider(new FontSet(), "Guixue Song");
        programs.forEach((family, program) -> fonts.getFontSet().addFont(program, PdfEncodings.IDENTITY_H, family));
        HtmlConverter.convertToPdf(
                html.replace("</head>", NUMBERS), pdf, new ConverterProperties().setFontProvider(fonts));
        return out.toByteArray();
    }
}
