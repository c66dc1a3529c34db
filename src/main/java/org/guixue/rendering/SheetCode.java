package org.guixue.rendering;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the code on a sheet says: which paper, which page of it, which copy. Two spellings of the same 128 random bits lie
 * on paper and are read for ever:
 *
 * <ul>
 *   <li>{@code <publicUrl>/v/<32 lower-case hexadecimal digits>?p=<page>&c=<copy>};
 *   <li>{@code HTTPS://HOST/V/<26 characters>.<page>.<copy>}: the bits in base 32 (RFC 4648, 6: A–Z and 2–7), the highest
 *       first, without padding. 26 characters hold 130 bits; the last two must be zero, so that a token has one spelling
 *       but for the case of its letters, which means nothing. It is printed in capitals: these, digits and {@code $%*+-./:}
 *       are QR's denser alphanumeric mode (ISO/IEC 18004, 7.4.4).
 * </ul>
 *
 * @param token 32 lower-case hexadecimal digits
 * @param page counted from 1; 0 where the code does not say
 * @param copy counted from 1; 0 where the code does not say
 */
public record SheetCode(String token, int page, int copy) {
    /** More than any QR code holds (ISO/IEC 18004, table 7). */
    private static final int MOST_CHARACTERS = 8000;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CHARACTERS = 26;
    private static final int SPARE_BITS = 2;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern LONG = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*+://[^/?#\\s]++/(?:[^?#\\s]*/)?v/([0-9a-f]{32})(?:\\?([^#\\s]*+))?");
    private static final Pattern SHORT =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+://[^/?#\\s]++/[Vv]/([A-Za-z0-9.]++)");
    private static final Pattern CAPITALS =
            Pattern.compile("([A-Za-z2-7]{26})(?:\\.([0-9]{1,4})(?:\\.([0-9]{1,4}))?)?");
    private static final Pattern PAGE = Pattern.compile("(?:^|&)p=([0-9]{1,4})(?:&|$)");
    private static final Pattern COPY = Pattern.compile("(?:^|&)c=([0-9]{1,4})(?:&|$)");

    /** @throws IllegalArgumentException if the token is not 32 lower-case hexadecimal digits or a number is negative */
    public SheetCode {
        if (!isToken(token)) {
            throw new IllegalArgumentException("expected 32 lower-case hexadecimal digits, found: " + token);
        }
        if (page < 0 || copy < 0) {
            throw new IllegalArgumentException("expected page and copy from 0, found: " + page + ", " + copy);
        }
    }

    /** Whether this is how a token is written down: 32 lower-case hexadecimal digits. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /**
     * Reads the text of any code. Says nothing about whether there is such a paper, and does not ask whose host it names:
     * a bureau's address may have changed since.
     *
     * @return empty where the text has not the shape of a code of ours; never throws
     */
    public static Optional<SheetCode> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Matcher capitals = SHORT.matcher(text);
        if (capitals.matches()) {
            Optional<SheetCode> found = ofCapitals(capitals.group(1));
            if (found.isPresent()) {
                return found;
            }
        }
        Matcher digits = LONG.matcher(text);
        if (!digits.matches()) {
            return Optional.empty();
        }
        String query = Optional.ofNullable(digits.group(2)).orElse("");
        return Optional.of(new SheetCode(digits.group(1), number(PAGE, query), number(COPY, query)));
    }

    /**
     * Reads what follows {@code /V/}: 26 characters of base 32 in any case, with or without page and copy.
     *
     * @return empty where it is none; never throws
     */
    public static Optional<SheetCode> ofCapitals(String code) {
        Matcher matcher = CAPITALS.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigInteger bits = BigInteger.ZERO;
        for (char character : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(character)));
        }
        if (bits.testBit(0) || bits.testBit(1)) {
            return Optional.empty();
        }
        String token = "%032x".formatted(bits.shiftRight(SPARE_BITS));
        return Optional.of(new SheetCode(token, number(matcher.group(2)), number(matcher.group(3))));
    }

    /** What follows {@code /V/} on paper: the token in 26 capitals and digits, page and copy. */
    public String capitals() {
        BigInteger bits = new BigInteger(token, 16).shiftLeft(SPARE_BITS);
        StringBuilder text = new StringBuilder();
        for (int place = CHARACTERS - 1; place >= 0; place--) {
            text.append(ALPHABET.charAt(bits.shiftRight(5 * place).intValue() & 31));
        }
        return text.append('.').append(page).append('.').append(copy).toString();
    }

    private static int number(Pattern pattern, String query) {
        Matcher matcher = pattern.matcher(query);
        return matcher.find() ? number(matcher.group(1)) : 0;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
