package org.guixue.signing;

import com.itextpdf.kernel.pdf.PdfDictionary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.signing.SignatureReport.Check;

/**
 * Says whether a file is a document that one of our offices sealed, untouched since.
 *
 * <p>For hostile files: at first the bytes are only scanned and digested; the objects are not parsed before the one
 * signature has verified over the whole file with a certificate of ours. So a bomb, a loop or a trick must first be sealed
 * by us to be opened. Never throws for a bad file, opens no connection, and reads at most 64 MB.
 *
 * <p>It judges the seal alone, not whether the paper was voided: the register of the archive knows that. Whether its
 * certificate was valid and not revoked is asked for the time at which somebody other than the signer knew the file, such as
 * the register's of its accession: who has stolen a key claims any time. A timestamp is checked against the signature, not
 * against an authority. Thread-safe.
 */
public final class SignatureCheck {
    private static final int MAXIMUM_BYTES = 64 * 1024 * 1024;
    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int MAXIMUM_TRACES = 64;
    private static final int MAXIMUM_CERTIFICATES = 16;
    private static final int MAXIMUM_TRACE_BYTES = 32 * 1024;
    private static final int KEY_USAGE_DIGITAL_SIGNATURE = 0;
    private static final String NOT_REACHED = "前项未通过，未作检查。";
    private static final List<String> QUESTIONS = List.of(
            "是 PDF 文件",
            "只有一个签名",
            "签名覆盖全文",
            "签名与内容相符",
            "证书由本平台签发",
            "只写过一次，此后无追加",
            "签名锁定全文，不许改动",
            "没有脚本、图层、多媒体和其他表单域",
            "用印时间在证书有效期内");

    private final Set<X509Certificate> authorities;
    private final Optional<X509CRL> revoked;

    /** A check that trusts these authorities' certificates and nobody else. */
    public SignatureCheck(Set<X509Certificate> authorities) {
        this(authorities, Optional.empty());
    }

    SignatureCheck(Set<X509Certificate> authorities, Optional<X509CRL> revoked) {
        this.authorities = Set.copyOf(authorities);
        this.revoked = revoked;
    }

    /** Asks all questions of a file of which nobody knows since when it is there: the time that the seal claims is believed. */
    public SignatureReport check(byte[] pdf) {
        return check(pdf, Optional.empty());
    }

    /** Asks all questions of the file, known since that time; stops at the first that fails. */
    public SignatureReport check(byte[] pdf, Instant knownSince) {
        return check(pdf, Optional.of(knownSince));
    }

    /** Whether the certificate that sealed the file was revoked when the file came to be known. */
    public boolean sealedAfterRevocation(byte[] pdf, Instant knownSince) {
        return signer(pdf).filter(signer -> isRevokedAt(signer, knownSince)).isPresent();
    }

    /** The certificate that the one seal of a file names as its own; whether it fits is asked by {@link #check}. */
    public static Optional<X509Certificate> signer(byte[] pdf) {
        try {
            List<SignedRange> ranges = SignedRange.in(pdf);
            return ranges.size() == 1
                    ? Optional.of(
                            SealSignature.read(ranges.get(0).container(pdf)).signer())
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private SignatureReport check(byte[] pdf, Optional<Instant> knownSince) {
        List<Check> checks = new ArrayList<>();
        try {
            examine(pdf, knownSince, checks);
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            answer(checks, false, "", "文件的这一部分无法读取。");
        }
        while (checks.size() < QUESTIONS.size()) {
            checks.add(new Check(QUESTIONS.get(checks.size()), false, NOT_REACHED));
        }
        return new SignatureReport(checks);
    }

    /** An embedded file of a document that passes every check; empty when it does not pass or has no such file. */
    public Optional<byte[]> embedded(byte[] pdf, String name, Instant knownSince) {
        if (!check(pdf, knownSince).passed()) {
            return Optional.empty();
        }
        try (SealedStructure structure = new SealedStructure(pdf)) {
            return structure.embedded(name);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a file bears a trace of a seal of ours, however broken: a certificate of an authority of ours, or one that it
     * issued, inside a hexadecimal string. It proves nothing of the file (anybody may copy a certificate); it tells an
     * altered paper from a file that has nothing to do with us.
     */
    public boolean bearsTraceOfSeal(byte[] pdf) {
        if (pdf.length > MAXIMUM_BYTES) {
            return false;
        }
        int traces = 0;
        for (int at = 0; at < pdf.length - 4 && traces < MAXIMUM_TRACES; at++) {
            if (pdf[at] == '<' && pdf[at + 1] == '3' && pdf[at + 2] == '0' && pdf[at + 3] == '8') {
                traces++;
                if (containsCertificate(digits(pdf, at + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void examine(byte[] pdf, Optional<Instant> knownSince, List<Check> checks)
            throws IOException, GeneralSecurityException {
        boolean isPdf = pdf.length <= MAXIMUM_BYTES && SignedRange.indexOf(head(pdf), HEADER, 0) == 0;
        if (!answer(checks, isPdf, "文件以 PDF 标识开头。", "不是 PDF 文件，或者超过 64 MB。")) {
            return;
        }
        List<SignedRange> ranges = SignedRange.in(pdf);
        if (!answer(checks, ranges.size() == 1, "有一个签名。", ranges.isEmpty() ? "没有签名。" : "有多个签名。")) {
            return;
        }
        SignedRange range = ranges.get(0);
        if (!answer(checks, range.coversWhole(pdf), "签名以外没有任何内容。", "签名以外还有内容，或者内容有缺失。")) {
            return;
        }
        SealSignature signature = SealSignature.read(range.container(pdf));
        if (!answer(checks, signature.seals(range.digest(pdf)), "内容自用印以来未变。", "内容在用印之后被改动。")) {
            return;
        }
        X509Certificate signer = signature.signer();
        if (!answer(checks, isOurs(signature, signer), "签名证书由本平台签发。", "签名证书不是本平台签发的。")) {
            return;
        }
        examineStructure(pdf, range, signer, knownSince, checks);
    }

    private void examineStructure(
            byte[] pdf, SignedRange range, X509Certificate signer, Optional<Instant> knownSince, List<Check> checks)
            throws IOException {
        try (SealedStructure structure = new SealedStructure(pdf)) {
            if (!answer(checks, structure.isWrittenOnce(), "文件一次写成。", "文件写成后又有追加。")) {
                return;
            }
            Optional<PdfDictionary> certification = structure.certification(range);
            if (!answer(checks, certification.isPresent(), "签名不许任何改动。", "签名没有锁定全文。")) {
                return;
            }
            if (!answer(checks, structure.isStill(), "内容固定不变。", "含有可以变化或执行的内容。")) {
                return;
            }
            boolean inTime = knownSince
                    .or(() -> certification.flatMap(SealedStructure::claimedAt))
                    .filter(at -> isValidAt(signer, at) && !isRevokedAt(signer, at))
                    .isPresent();
            answer(checks, inTime, "用印时证书有效。", "用印时证书无效。");
        }
    }

    private static boolean answer(List<Check> checks, boolean passed, String yes, String no) {
        return checks.add(new Check(QUESTIONS.get(checks.size()), passed, passed ? yes : no)) && passed;
    }

    private boolean isOurs(SealSignature signature, X509Certificate signer) throws GeneralSecurityException {
        boolean[] usage = signer.getKeyUsage();
        for (X509Certificate certificate : signature.certificates()) {
            if (!certificate.equals(signer) && authorities.contains(certificate)) {
                return usage != null
                        && usage[KEY_USAGE_DIGITAL_SIGNATURE]
                        && signer.getBasicConstraints() < 0
                        && isIssuedBy(certificate, signer);
            }
        }
        return false;
    }

    private static boolean isIssuedBy(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isRevokedAt(X509Certificate certificate, Instant instant) {
        return revoked.flatMap(list -> Optional.ofNullable(list.getRevokedCertificate(certificate)))
                .filter(entry -> !instant.isBefore(entry.getRevocationDate().toInstant()))
                .isPresent();
    }

    private static boolean isValidAt(X509Certificate certificate, Instant instant) {
        return !instant.isBefore(certificate.getNotBefore().toInstant())
                && !instant.isAfter(certificate.getNotAfter().toInstant());
    }

    private boolean containsCertificate(byte[] bytes) {
        int tried = 0;
        for (int at = 0; at < bytes.length - 4 && tried < MAXIMUM_CERTIFICATES; at++) {
            boolean opensCertificate = bytes[at] == 0x30
                    && bytes[at + 1] == (byte) 0x82
                    && bytes.length - at > 8
                    && bytes[at + 4] == 0x30
                    && bytes[at + 5] == (byte) 0x82;
            if (opensCertificate) {
                tried++;
                if (isCertificateOfOurs(bytes, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isCertificateOfOurs(byte[] bytes, int at) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes, at, bytes.length - at));
            return authorities.contains(certificate)
                    || authorities.stream().anyMatch(authority -> isIssuedBy(authority, certificate));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] digits(byte[] pdf, int from) {
        int end = from;
        while (end < pdf.length && end - from < 2 * MAXIMUM_TRACE_BYTES && HexFormat.isHexDigit(pdf[end])) {
            end++;
        }
        int even = (end - from) / 2 * 2;
        return HexFormat.of().parseHex(new String(pdf, from, even, StandardCharsets.ISO_8859_1));
    }

    private static byte[] head(byte[] pdf) {
        return Arrays.copyOf(pdf, HEADER.length);
    }
}
