package org.guixue.reconciliation;

/**
 * Two texts cut where they differ: what both begin with, the part in which they differ, what both end with.
 *
 * @param here the part that is ours
 * @param there the part that is theirs
 */
public record SideBySide(String before, String here, String there, String after) {
    static SideBySide of(String ours, String theirs) {
        int most = Math.min(ours.length(), theirs.length());
        int first = 0;
        while (first < most && ours.charAt(first) == theirs.charAt(first)) {
            first++;
        }
        if (first > 0 && Character.isHighSurrogate(ours.charAt(first - 1))) {
            first--;
        }
        int last = 0;
        while (last < most - first
                && ours.charAt(ours.length() - 1 - last) == theirs.charAt(theirs.length() - 1 - last)) {
            last++;
        }
        if (last > 0 && Character.isLowSurrogate(ours.charAt(ours.length() - last))) {
            last--;
        }
        return new SideBySide(
                ours.substring(0, first),
                ours.substring(first, ours.length() - last),
                theirs.substring(first, theirs.length() - last),
                ours.substring(ours.length() - last));
    }
}
