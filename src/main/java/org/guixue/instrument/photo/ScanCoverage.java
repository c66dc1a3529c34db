package org.guixue.instrument.photo;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the scans of a JPEG hold the whole picture: every component, and in a progressive one every coefficient down to its
 * last bit (ISO/IEC 10918-1, annex G). A file that was cut between two scans shows nothing else that is wrong.
 */
final class ScanCoverage {
    private static final int COEFFICIENTS = 64;
    private static final int UNSEEN = 255;

    private final Map<Integer, int[]> bitsLeft = new TreeMap<>();
    private boolean progressive;
    private int scans;

    void frame(byte[] segment, boolean isProgressive) {
        progressive = isProgressive;
        for (int i = 0; i < (segment[5] & 0xff); i++) {
            int[] unseen = new int[COEFFICIENTS];
            Arrays.fill(unseen, UNSEEN);
            bitsLeft.put(segment[6 + 3 * i] & 0xff, unseen);
        }
    }

    void scan(byte[] segment) throws UnfitPicture {
        int components = segment.length == 0 ? 0 : segment[0] & 0xff;
        if (components == 0 || segment.length < 4 + 2 * components) {
            throw UnfitPicture.damaged();
        }
        scans++;
        int first = progressive ? segment[1 + 2 * components] & 0xff : 0;
        int last = progressive ? segment[2 + 2 * components] & 0xff : COEFFICIENTS - 1;
        int left = progressive ? segment[3 + 2 * components] & 0x0f : 0;
        for (int i = 0; i < components; i++) {
            int[] bits = bitsLeft.get(segment[1 + 2 * i] & 0xff);
            if (bits == null || first > last || last >= COEFFICIENTS) {
                throw UnfitPicture.damaged();
            }
            Arrays.fill(bits, first, last + 1, left);
        }
    }

    int scans() {
        return scans;
    }

    boolean whole() {
        return !bitsLeft.isEmpty()
                && bitsLeft.values().stream().flatMapToInt(Arrays::stream).allMatch(left -> left == 0);
    }
}
