package org.guixue.admin;

/**
 * One event as the page shows it.
 *
 * @param who name and username of who acted
 * @param office role and office
 * @param on what it was done on, and where that is found; both empty for none
 */
public record TrailLine(
        String at,
        String who,
        String office,
        String address,
        String act,
        String what,
        String on,
        String link,
        String why) {}
