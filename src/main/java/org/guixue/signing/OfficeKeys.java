package org.guixue.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The keys of all offices: one PKCS#12 file per office in one folder, readable by the owner only.
 *
 * <p>Layout: {@code <folder>/<office code>.p12} and {@code <folder>/authority/}. An opened key stays in memory; the
 * authority's list is read anew each time, so that a revocation counts at once. Thread-safe.
 */
public final class OfficeKeys {
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,63}");
    private static final String AUTHORITY_FOLDER = "authority";

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

    /** Lets the authority certify a new key for the office and stores it; an earlier key is replaced, not revoked. */
    public void enrol(CertificateAuthority authority, String officeCode, String officeName) throws IOException {
        Path file = file(officeCode);
        authority.certify(officeCode, officeName).write(file, passphrase);
        opened.remove(officeCode);
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
