package org.guixue.scan.reading;

import java.util.List;

/**
 * A page as it is filed.
 *
 * @param jpeg the straightened picture, its colours kept
 * @param turned quarter turns clockwise that made it upright
 * @param straightened degrees clockwise by which it was straightened besides; 0 where no code told
 * @param blank whether (almost) nothing stands on it
 * @param codes all that were seen, ours and foreign, in no order
 */
public record ScannedSheet(
        byte[] jpeg, int width, int height, int turned, double straightened, boolean blank, List<SeenCode> codes) {}
