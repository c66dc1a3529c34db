package org.guixue.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The keys of all offices: one PKCS#12 file per office in one folder, readable by the owner only.
 *
 * <p>Layout: {@code <folder>/<office code>.p12}, {@code <folder>/former/<office code>/<serial>.crt} and
 * {@code <folder>/authority/}. An opened key stays in memory; the
 * authority's list is read anew each time, so that a revocation counts at once. Thread-safe.
 */
public final class OfficeKeys {
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,63}");
    static final String AUTHORITY_FOLDER = "authority";
    private static final String FORMER_FOLDER = "former";

    private final Path folder;
    private final Passphrase passphrase;
    private final Map<String, KeyFile> opened = new ConcurrentHashMap<>();

    private OfficeKeys(Path folder, Passphrase passphrase) {
        this.folder = folder;
        this.passphrase = passphrase;
    }

    /** Opens the folder, and makes it when it is missing. */
    public static OfficeKeys open(Path folder, Passphrase passphrase) throws IOException {
        OwnerOnly.createFolder(folder);
        return new OfficeKeys(folder, passphrase);
    }

    /** Where the authority of this folder lies. */
    public Path authorityFolder() {
        return folder.resolve(AUTHORITY_FOLDER);
    }

    /** Whether the office has a key that opens and is not revoked. Never throws for an office without one. */
    public boolean has(String officeCode) {
        try {
            key(officeCode);
            return true;
        } catch (NoSealKey e) {
            return false;
        }
    }

    /**
     * The office's key.
     *
     * @throws NoSealKey when there is none, it does not open, or its certificate is revoked
     */
    public OfficeKey key(String officeCode) {
        KeyFile file = opened.computeIfAbsent(officeCode, this::read);
        try {
            OfficeKey key = new OfficeKey(file.key(), file.chain().get(0), Anchor.read(authorityFolder()));
            if (key.authority().crl().isRevoked(key.certificate())) {
                throw new NoSealKey(officeCode, "its certificate is revoked");
            }
            return key;
        } catch (IOException e) {
            throw new NoSealKey(officeCode, e);
        }
    }

    /**
     * Lets the authority certify a new key for the office and stores it. An earlier key is destroyed, not revoked; its
     * certificate stays in {@code <folder>/former/<office code>/}, for whoever checks what was sealed with it.
     */
    public synchronized void enrol(CertificateAuthority authority, String officeCode, String officeName)
            throws IOException {
        Path file = file(officeCode);
        KeyFile fresh = authority.certify(officeCode, officeName);
        if (Files.isRegularFile(file)) {
            keepCertificate(officeCode, KeyFile.read(file, passphrase).chain().get(0));
        }
        fresh.write(file, passphrase);
        opened.remove(officeCode);
    }

    /** The office's certificate, whether or not it still seals; empty where it has none that opens. */
    public Optional<X509Certificate> certificate(String officeCode) {
        try {
            return Optional.of(
                    opened.computeIfAbsent(officeCode, this::read).chain().get(0));
        } catch (NoSealKey e) {
            return Optional.empty();
        }
    }

    /** Whether no key was ever made for the office; one that does not open is one. */
    public boolean lacks(String officeCode) {
        return CODE.matcher(officeCode).matches() && !Files.isRegularFile(file(officeCode));
    }

    /** The certificates that the office had before, the latest first. */
    public List<X509Certificate> former(String officeCode) throws IOException {
        Path former = formerFolder(officeCode);
        if (!Files.isDirectory(former)) {
            return List.of();
        }
        List<X509Certificate> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(former, "*.crt")) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Path file : files) {
                found.add((X509Certificate)
                        factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file))));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("expected certificates in " + former, e);
        }
        found.sort(Comparator.comparing(X509Certificate::getNotBefore).reversed());
        return List.copyOf(found);
    }

    private void keepCertificate(String officeCode, X509Certificate certificate) throws IOException {
        try {
            OwnerOnly.createFolder(folder.resolve(FORMER_FOLDER));
            OwnerOnly.createFolder(formerFolder(officeCode));
            OwnerOnly.write(
                    formerFolder(officeCode)
                            .resolve(certificate.getSerialNumber().toString(16) + ".crt"),
                    certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("the former certificate of office " + officeCode + " could not be kept", e);
        }
    }

    private Path formerFolder(String officeCode) {
        return folder.resolve(FORMER_FOLDER)
                .resolve(file(officeCode).getFileName().toString().replaceFirst("\\.p12$", ""));
    }

    private KeyFile read(String officeCode) {
        Path file = file(officeCode);
        if (!Files.isRegularFile(file)) {
            throw new NoSealKey(officeCode, "none was made");
        }
        try {
            return KeyFile.read(file, passphrase);
        } catch (IOException e) {
            throw new NoSealKey(officeCode, e);
        }
    }

    private Path file(String officeCode) {
        if (!CODE.matcher(officeCode).matches()) {
            throw new NoSealKey(officeCode, "expected a code of letters, digits and hyphens");
        }
        return folder.resolve(officeCode + ".p12");
    }
}
