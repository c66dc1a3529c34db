package org.guixue.identity;

/**
 * Which characters are Han. Java 17 knows Unicode 13; registers write what GB 18030-2022 and later Unicode have, so the
 * blocks that came since stand here.
 */
public final class Han {
    /** One Han character, 〇 among them, as a class of a regular expression. */
    static final String CLASS = "[\\p{IsHan}〇\\x{9FFD}-\\x{9FFF}\\x{4DB6}-\\x{4DBF}\\x{2A6D7}-\\x{2A6DF}"
            + "\\x{2B735}-\\x{2B73F}\\x{2CEA2}-\\x{2CEAD}\\x{2EBF0}-\\x{2EE5D}\\x{31350}-\\x{33479}]";

    private static final int[][] NEWER = {
        {0x4DB6, 0x4DBF},
        {0x9FFD, 0x9FFF},
        {0x2A6D7, 0x2A6DF},
        {0x2B735, 0x2B73F},
        {0x2CEA2, 0x2CEAD},
        {0x2EBF0, 0x2EE5D},
        {0x31350, 0x33479}
    };

    private Han() {}

    public static boolean isHan(int character) {
        return character == '〇'
                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
                || isNewer(character);
    }

    /** Whether it came to Unicode after the tables of this Java were made. */
    static boolean isNewer(int character) {
        for (int[] block : NEWER) {
            if (character >= block[0] && character <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
