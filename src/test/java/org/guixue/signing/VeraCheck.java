package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a document's conformance. */
public final class VeraCheck {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraCheck() {}

    /** Fails unless the document is both PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
    public static void assertArchivalAndAccessible(byte[] pdf) throws Exception {
        assertConforms(pdf, PDFAFlavour.PDFA_3_A);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
    }

    private static void assertConforms(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.isCompliant(), () -> flavour + ": " + result.getTestAssertions());
        }
    }
}
