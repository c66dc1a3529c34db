package org.guixue.archive;

import java.nio.file.Path;
import org.guixue.Sha256;

/**
 * A record that lies in the archive, forced to disk, with its register line.
 *
 * @param register the register's head after that line, for the database to remember
 */
public record Accessioned(Path path, Sha256 sha256, RegisterHead register) {}
