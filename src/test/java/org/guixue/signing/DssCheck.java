package org.guixue.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the European Commission's DSS says of a signature, without any connection: all it may use is in the file, and the
 * certificates that it is told to trust.
 */
public final class DssCheck {
    private DssCheck() {}

    /** Fails unless the one signature is TOTAL_PASSED at {@code level}. */
    public static void assertTotalPassed(byte[] pdf, SignatureLevel level, X509Certificate... trusted) {
        SimpleReport report = report(pdf, trusted);
        assertEquals(1, report.getSignatureIdList().size());
        String id = report.getFirstSignatureId();
        String said = report.getSubIndication(id) + " " + texts(report.getAdESValidationErrors(id)) + " "
                + texts(report.getAdESValidationWarnings(id));
        assertEquals(Indication.TOTAL_PASSED, report.getIndication(id), said);
        assertEquals(level, report.getSignatureFormat(id), said);
        assertEquals(List.of(), texts(report.getAdESValidationErrors(id)));
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getValue).toList();
    }

    static SimpleReport report(byte[] pdf, X509Certificate... trusted) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        for (X509Certificate certificate : trusted) {
            anchors.addCertificate(new CertificateToken(certificate));
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAIASource(null);
        verifier.setCrlSource(null);
        verifier.setOcspSource(null);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }
}
