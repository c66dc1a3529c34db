package org.guixue.scan;

/** A file of a pile that lies in the staging and can be read. */
record Staged(String fileName, boolean signed, int pages) {}
