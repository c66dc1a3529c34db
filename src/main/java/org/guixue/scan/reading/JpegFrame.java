package org.guixue.scan.reading;

/** Size and components of a JPEG as its frame header says (ISO/IEC 10918-1, B.2.2). */
record JpegFrame(int width, int height, int components) {
    /** @throws IllegalArgumentException if it has none */
    static JpegFrame of(byte[] jpeg) {
        int at = 2;
        while (at + 9 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                return new JpegFrame(number(jpeg, at + 7), number(jpeg, at + 5), jpeg[at + 9] & 0xff);
            }
            at += 2 + number(jpeg, at + 2);
        }
        throw new IllegalArgumentException("expected a JPEG, found: " + jpeg.length + " bytes without a frame");
    }

    private static int number(byte[] jpeg, int at) {
        return ((jpeg[at] & 0xff) << 8) | (jpeg[at + 1] & 0xff);
    }
}
