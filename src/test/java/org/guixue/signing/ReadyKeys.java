package org.guixue.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Key pairs that the build has made, given out in turn instead of new ones, since making one takes seconds without the
 * optimising compiler. As many differ as one home of the tests needs, then the first comes again. Where the build has made
 * none they are made as ever. Safe for many threads.
 */
public final class ReadyKeys extends Provider {
    private static final Path FILE = Path.of("target", "test-keys.txt");
    private static final int PAIRS = 12;

    private static final List<KeyPair> PAIRS_MADE = new ArrayList<>();
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private ReadyKeys() {
        super("ReadyKeys", "1", "key pairs made beforehand, for tests");
        put("KeyPairGenerator.RSA", InTurn.class.getName());
    }

    /** From now on this Java machine gives them out. */
    public static synchronized void use() {
        if (!PAIRS_MADE.isEmpty() || Files.notExists(FILE)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(FILE)) {
                PAIRS_MADE.add(pair(Base64.getDecoder().decode(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected RSA keys in " + FILE, e);
        }
        Security.insertProviderAt(new ReadyKeys(), 1);
    }

    private static KeyPair pair(byte[] encoded) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        BigInteger modulus = key.getModulus();
        return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent())), key);
    }

    /** The build's part: makes them once, in Maven's own Java machine, which optimises. */
    public static void main(String[] arguments) throws IOException {
        if (Files.exists(FILE)) {
            return;
        }
        SecureRandom random = new SecureRandom();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            lines.add(Base64.getEncoder()
                    .encodeToString(KeyFile.newKeyPair(random).getPrivate().getEncoded()));
        }
        Path whole = Files.write(FILE.resolveSibling(FILE.getFileName() + ".new"), lines);
        Files.move(whole, FILE, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The next one, of whatever size is asked for: the house has one. */
    public static final class InTurn extends KeyPairGeneratorSpi {
        @Override
        public void initialize(int bits, SecureRandom random) {}

        @Override
        public KeyPair generateKeyPair() {
            return PAIRS_MADE.get(Math.floorMod(GIVEN.getAndIncrement(), PAIRS_MADE.size()));
        }
    }
}
