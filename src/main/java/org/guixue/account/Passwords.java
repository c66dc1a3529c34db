package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.guixue.Refused;

/**
 * Password hashes: Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet; RFC 9106), written as
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * <p>Full-width and other forms that a keyboard or input method may give are hashed as one (NFKC; NIST SP 800-63B, 3.1.1.2).
 *
 * <p>At most two are computed at a time, since each takes 19 MiB and a core; who waits longer than ten seconds is refused
 * as unavailable. Safe for use by many threads.
 */
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

    /** For random ones that were made here: nobody guesses 79 bits, so two hundred need not take half a minute. */
    private static final int MADE_MEMORY_KIB = 1024;

    private static final int MADE_PASSES = 1;
    private static final String MADE_PREFIX = "$argon2id$v=19$m=" + MADE_MEMORY_KIB + ",t=" + MADE_PASSES + ",p=1$";
    private static final long LONGEST_WAIT_SECONDS = 10;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final CommonPasswords COMMON = new CommonPasswords();

    private final Semaphore pool = new Semaphore(2, true);
    private final SecureRandom random;

    @Inject
    public Passwords(SecureRandom random) {
        this.random = random;
    }

    /** For the container's proxy. */
    protected Passwords() {
        this(new SecureRandom());
    }

    /**
     * Refuses what its owner should not choose: one that is short or endless, contains the username, is common, or is put
     * together from the names of its owner and their offices. No rule
     * asks for kinds of characters; Chinese and spaces are as good as any (OWASP ASVS 5, 6.2).
     */
    static void expectGood(String password, OwnNames own) {
        expectLength(password);
        if (CommonPasswords.folded(password).contains(CommonPasswords.folded(own.username()))) {
            throw new Refused(Refused.Reason.VALUES, "密码里不能有用户名，请换一个。");
        }
        if (COMMON.has(password)) {
            throw new Refused(Refused.Reason.VALUES, "这个密码太常见，容易被猜中。可以用几个不相干的词连成一句只有自己知道的话。");
        }
        if (COMMON.has(password, own.pieces())) {
            throw new Refused(Refused.Reason.VALUES, "这个密码是由本单位或本人的名称拼成的，容易被猜中，请换一个。");
        }
    }

    /** The hash to store; refuses a password that is too short or too long. */
    String hash(String password) {
        expectLength(password);
        byte[] salt = salt();
        return PREFIX + text(salt) + '$' + text(compute(password, salt, MEMORY_KIB, PASSES));
    }

    /** The hash of a random one-time password, which its owner changes at the first sign-in. */
    String hashMade(String random79Bits) {
        byte[] salt = salt();
        return MADE_PREFIX + text(salt) + '$' + text(compute(random79Bits, salt, MADE_MEMORY_KIB, MADE_PASSES));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void expectLength(String password) {
        if (length(password) < SHORTEST || length(password) > LONGEST) {
            throw new Refused(Refused.Reason.VALUES, "密码应为 " + SHORTEST + " 至 " + LONGEST + " 个字符。");
        }
    }

    /** Characters as people count them, not the halves that Java keeps. */
    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    /** Whether the password has this hash; takes as long when it has not, and for every kind of hash. */
    boolean fits(String hash, String password) {
        if (hash.startsWith(MADE_PREFIX)) {
            spend(password);
            return fits(hash.substring(MADE_PREFIX.length()), password, MADE_MEMORY_KIB, MADE_PASSES);
        }
        if (!hash.startsWith(PREFIX)) {
            throw new IllegalArgumentException("expected a hash that begins with " + PREFIX);
        }
        return fits(hash.substring(PREFIX.length()), password, MEMORY_KIB, PASSES);
    }

    private boolean fits(String saltAndHash, String password, int memory, int passes) {
        String[] parts = saltAndHash.split("\\$", -1);
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        byte[] expected = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(expected, compute(bounded(password), salt, memory, passes))
                && length(password) <= LONGEST;
    }

    /** Spends the time of {@link #fits}, for accounts that do not exist. */
    void spend(String password) {
        compute(bounded(password), new byte[SALT_BYTES], MEMORY_KIB, PASSES);
    }

    /** Only so that an endless one costs no more; it fits nothing. */
    private static String bounded(String password) {
        return length(password) > LONGEST ? password.substring(0, LONGEST) : password;
    }

    private byte[] compute(String password, byte[] salt, int memory, int passes) {
        enter();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            argon2.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            pool.release();
        }
    }

    private void enter() {
        try {
            if (!pool.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(Refused.Reason.UNAVAILABLE, "现在登录的人太多，请稍等片刻再试。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Reason.UNAVAILABLE, "系统正在停止，请稍后再试。", e);
        }
    }
}
