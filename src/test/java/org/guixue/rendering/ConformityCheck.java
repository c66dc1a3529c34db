package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Lets veraPDF judge a file by both standards that every issued paper keeps. */
public final class ConformityCheck {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private ConformityCheck() {}

    /** Fails with the broken clauses unless the file is PDF/A-3a and PDF/UA-1. */
    public static void assertConforms(byte[] pdf) {
        assertConforms(pdf, PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);
    }

    /** Fails with the broken clauses unless the file is PDF/A-2b, as pictures of pages can be. */
    public static void assertArchivable(byte[] pdf) {
        assertConforms(pdf, PDFAFlavour.PDFA_2_B);
    }

    private static void assertConforms(byte[] pdf, PDFAFlavour... flavours) {
        List<String> broken = brokenClauses(pdf, List.of(flavours));
        if (!broken.isEmpty()) {
            fail(String.join("\n", broken));
        }
    }

    /** By all of them in one walk through the file. */
    private static List<String> brokenClauses(byte[] pdf, List<PDFAFlavour> flavours) {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavours.get(0));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavours)) {
            parser.setFlavours(flavours);
            List<ValidationResult> results = validator.validateAll(parser);
            List<String> broken = new ArrayList<>();
            if (results.size() != flavours.size()) {
                broken.add("expected to be judged by " + flavours + ", found " + results.size() + " verdicts");
            }
            results.forEach(result -> broken.addAll(brokenClauses(result)));
            return broken;
        } catch (Exception e) {
            throw new IllegalStateException("veraPDF cannot read the file", e);
        }
    }

    private static List<String> brokenClauses(ValidationResult result) {
        List<String> broken = new ArrayList<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            broken.add(result.getPDFAFlavour() + " " + assertion.getRuleId().getClause() + ": " + assertion.getMessage()
                    + " at " + assertion.getLocation().getContext() + " " + assertion.getErrorMessage());
        }
        if (!result.isCompliant() && broken.isEmpty()) {
            broken.add(result.getPDFAFlavour() + " not compliant");
        }
        return broken;
    }
}
